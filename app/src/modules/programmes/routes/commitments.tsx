import { z } from 'zod'
import { hasSeat } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { withheldIn } from '#kernel/withheld.ts'
import {
  commitmentSorts,
  mayAssessCommitment,
  mayKeepCommitment,
  mayMakeCommitment,
  mayMoveCommitment,
  outcomes,
} from '../commitment.ts'
import { assessCommitment } from '../operations/assess-commitment.ts'
import { checkingReportFiles } from '../operations/checking-report-files.ts'
import { makeCommitment } from '../operations/make-commitment.ts'
import { moveCommitment } from '../operations/move-commitment.ts'
import { AssessForm, MakeForm, MoveForm, ReportForm } from '../pages/commitment-forms.tsx'
import { CommitmentPage, type CommitmentRights } from '../pages/commitment-page.tsx'
import { CommitmentsPage } from '../pages/commitments-page.tsx'
import { listQuery, offsetOf, pageSize } from '../paging.ts'
import { binds } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { withFiles } from '../report-files.ts'
import { mayGiveGrant } from '../rules.ts'
import type { ProgrammeExtensions } from '../standing.ts'
import { countCommitments, listCommitments, readCommitment, recordOf, tallyCommitments } from '../store/commitments.ts'
import { allParties } from '../store/parties.ts'
import { readProgramme } from '../store/programmes.ts'

const tag = 'commitments'

const query = listQuery.extend({
  party: z.string().refine(isId).catch('').default(''),
  outcome: z
    .enum([...outcomes, 'none', 'due', 'kept', ''])
    .catch('')
    .default(''),
  sort: z.enum(commitmentSorts).catch('due').default('due'),
  dir: z.enum(['asc', 'desc']).catch('asc').default('asc'),
})

type Extensions = Pick<ProgrammeExtensions, 'commitmentSections' | 'reportFiles'>

export function commitmentRoutes(site: Site, extensions: Extensions): void {
  listRoute(site)
  makeRoute(site)
  oneRoute(site, extensions)
  changeRoutes(site)
  reportRoute(site, extensions)
}

function listRoute(site: Site): void {
  mountPage(site, {
    name: 'list-commitments',
    path: '/programmes/:slug/commitments',
    summary: both('Janji para pihak satu program', 'Commitments of a programme'),
    tag,
    query,
    async load(tx, { params, query: asked, today }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const { page, ...narrowing } = asked
      const filter = { ...narrowing, day: today }
      const rows = await listCommitments(tx, programme.id, filter, { ...asked, ...offsetOf(page) })
      const total = await countCommitments(tx, programme.id, filter)
      return {
        programme,
        list: { rows, page, size: pageSize, total },
        tally: await tallyCommitments(tx, programme.id, today),
        parties: (await allParties(tx, programme.id)).filter((party) => binds(party.role)),
        query: narrowing,
        withheld: await withheldIn(tx, 'commitments', programme.id),
      }
    },
    scope: ({ programme }) => [programme.id],
    render: (data, view, { actor }) => {
      const seated = hasSeat(actor, data.programme.id)
      return (
        <CommitmentsPage data={data} view={view} make={seated ? mayMakeCommitment(actor, data.programme) : undefined} />
      )
    },
  })
}

function makeRoute(site: Site): void {
  mountForm(site, makeCommitment, {
    path: '/programmes/:slug/commitments/new',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params, actor }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const parties = (await allParties(tx, programme.id)).filter((party) => binds(party.role) && party.until === null)
      const own = parties.filter((party) => mayMakeCommitment(actor, programme, party.organisation_id) === true)
      return { programme, parties: own }
    },
    may: (actor, { programme }) => mayMakeCommitment(actor, programme),
    initial: ({ parties }) => ({
      class: 'public',
      organisationId: parties.length === 1 ? parties[0]!.organisation_id : '',
    }),
    render: (data, form, view) => <MakeForm data={data} form={form} view={view} />,
    then: ({ slug, id }) => programmePaths.commitment(slug, id),
  })
}

function oneRoute(site: Site, { commitmentSections: sections, reportFiles }: Extensions): void {
  mountPage(site, {
    name: 'read-commitment',
    path: '/programmes/:slug/commitments/:commitmentId',
    summary: both('Satu janji dengan catatannya', 'One commitment with its record'),
    tag,
    async load(tx, { params }) {
      const found = await readOne(tx, params)
      if (!found) return undefined
      const record = await recordOf(tx, found.commitment.id)
      const reports = await withFiles(tx, reportFiles, found.commitment, record.reports)
      return { ...found, record: { ...record, reports } }
    },
    scope: ({ programme }) => [programme.id],
    also: { param: 'commitmentId', sections },
    render: (data, view, { actor }, more) => (
      <CommitmentPage data={data} view={view} rights={rightsOf(actor, data)} more={more} />
    ),
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof readOne>>>

async function readOne(tx: ReadTx, { slug, commitmentId }: Record<string, string>) {
  const programme = await readProgramme(tx, slug!)
  if (!programme || !isId(commitmentId!)) return undefined
  const commitment = await readCommitment(tx, commitmentId!)
  if (commitment?.programme_id !== programme.id) return undefined
  return { programme, commitment, parties: await allParties(tx, programme.id) }
}

function rightsOf(actor: PageRequest['actor'], { programme, commitment }: Found): CommitmentRights | undefined {
  if (!hasSeat(actor, programme.id)) return undefined
  return {
    move: mayMoveCommitment(actor, commitment),
    report: mayKeepCommitment(actor, commitment),
    assess: mayAssessCommitment(actor, commitment),
    grant: mayGiveGrant(actor, programme),
  }
}

const path = '/programmes/:slug/commitments/:commitmentId'
const shared = {
  tag,
  params: ({ slug, commitmentId }: Record<string, string>) => ({ slug, commitmentId }),
  load: (tx: ReadTx, { params }: PageRequest) => readOne(tx, params),
  version: ({ commitment }: Found) => commitment.version,
  then: ({ slug, id }: { slug: string; id: string }) => programmePaths.commitment(slug, id),
}

function changeRoutes(site: Site): void {
  mountForm(site, moveCommitment, {
    ...shared,
    path: `${path}/move`,
    may: (actor, { commitment }) => mayMoveCommitment(actor, commitment),
    initial: ({ commitment }) => ({ askedBy: commitment.owner_id }),
    render: (data, form, view) => <MoveForm data={data} form={form} view={view} />,
  })
  mountForm(site, assessCommitment, {
    ...shared,
    path: `${path}/assessment`,
    may: (actor, { commitment }) => mayAssessCommitment(actor, commitment),
    render: (data, form, view) => <AssessForm data={data} form={form} view={view} />,
  })
}

function reportRoute(site: Site, { reportFiles }: Extensions): void {
  mountForm(site, checkingReportFiles(reportFiles), {
    ...shared,
    async load(tx, { params }) {
      const found = await readOne(tx, params)
      return found && { ...found, documents: await reportFiles(tx, found.commitment) }
    },
    // A report takes nothing away from what others do meanwhile.
    version: undefined,
    path: `${path}/report`,
    may: (actor, { commitment }) => mayKeepCommitment(actor, commitment),
    render: (data, form, view) => <ReportForm data={data} form={form} view={view} />,
  })
}
