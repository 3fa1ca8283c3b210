import { hasSeat } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { type CharterVersion, headSeats, mayProposeCharter, maySignCharter, signers } from '../charter.ts'
import { cellKey } from '../charter-lines.ts'
import { draftCharterVersion } from '../operations/draft-charter-version.ts'
import { proposeCharterVersion } from '../operations/propose-charter-version.ts'
import { requireCells } from '../operations/require-cells.ts'
import { signCharter } from '../operations/sign-charter.ts'
import { CellsForm, CharterDraftForm, charterValues } from '../pages/charter-forms.tsx'
import { type CharterData, CharterPage, type CharterRights } from '../pages/charter-page.tsx'
import { programmePaths } from '../paths.ts'
import { mayCoordinate } from '../rules.ts'
import { chartersOf, signaturesOf } from '../store/charters.ts'
import { allParties, organisationsById } from '../store/parties.ts'
import { readProgramme } from '../store/programmes.ts'

const tag = 'programmes'
type Loaded = CharterData & { partiesToday: string[] }

export function charterRoutes(site: Site): void {
  const shared = {
    tag,
    json: ({ versions, shown, signatures }: Loaded) => ({ shown, signatures, versions }),
    scope: ({ programme }: Loaded) => [programme.id],
    render: (data: Loaded, view: Parameters<typeof CharterPage>[0]['view'], { actor }: PageRequest<object>) => (
      <CharterPage data={data} view={view} rights={rightsOf(data, actor)} />
    ),
  }
  mountPage(site, {
    ...shared,
    name: 'read-charter',
    path: '/programmes/:slug/charter',
    summary: both('Piagam satu program', 'Charter of a programme'),
    load: (tx, { params }) => readCharter(tx, params.slug!),
  })
  mountPage(site, {
    ...shared,
    name: 'read-charter-version',
    path: '/programmes/:slug/charter/versions/:number',
    summary: both('Satu versi piagam', 'One version of a charter'),
    load: (tx, { params }) => readCharter(tx, params.slug!, Number(params.number)),
  })
  draftRoutes(site)
  agreeingRoutes(site)
}

/** Without a number: the version in force, else the proposed one, else the draft. */
async function readCharter(tx: ReadTx, slug: string, number?: number): Promise<Loaded | undefined> {
  const programme = await readProgramme(tx, slug)
  if (!programme) return undefined
  const versions = await chartersOf(tx, programme.id)
  const of = (status: string) => versions.find((version) => version.status === status)
  const draft = of('draft')
  const shown =
    number === undefined ? (of('in-force') ?? of('proposed') ?? draft) : versions.find((one) => one.number === number)
  if (number !== undefined && !shown) return undefined
  const parties = await allParties(tx, programme.id)
  const partiesToday = parties.filter((party) => party.until === null).map((party) => party.organisation_id)
  const signatures = shown ? await signaturesOf(tx, shown.id) : []
  const before = shown && beforeOf(shown, versions)
  const names = await namesOf(
    tx,
    [shown, before],
    signatures.map((one) => one.organisation_id),
  )
  const mustSign = shown ? signers(shown, partiesToday) : []
  return { programme, versions, shown, before, signatures, names, signers: mustSign, draft, partiesToday }
}

function beforeOf(shown: CharterVersion, versions: CharterVersion[]): CharterVersion | undefined {
  return versions.find((version) => version.number < shown.number && version.status !== 'replaced')
}

async function namesOf(tx: ReadTx, versions: (CharterVersion | undefined)[], more: string[]) {
  const ids = versions.flatMap((version) => version?.parties.map((party) => party.organisation_id) ?? [])
  const rows = await organisationsById(tx, [...new Set([...ids, ...more])])
  return new Map(rows.map((row) => [row.id, row.acronym ? `${row.name} (${row.acronym})` : row.name]))
}

function rightsOf(
  { programme, shown, draft, partiesToday, signatures, signers: needed }: Loaded,
  actor: PageRequest['actor'],
): CharterRights {
  const seated = hasSeat(actor, programme.id)
  const signed = signatures.map((one) => one.organisation_id)
  const mine = headSeats(actor, programme.id)
  const asked = mine.length > 0 ? mine : seated ? needed.slice(0, 1) : []
  const sign = shown
    ? asked.map((id) => [id, maySignCharter(actor, { version: shown, partiesToday, signed }, id)] as const)
    : []
  return {
    draft: seated ? mayCoordinate(actor, programme) : undefined,
    propose: mayProposeCharter(actor, programme, draft),
    sign: new Map(sign),
  }
}

function draftRoutes(site: Site): void {
  mountForm(site, draftCharterVersion, {
    path: '/programmes/:slug/charter/draft',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const versions = await chartersOf(tx, programme.id)
      const draft = versions.find((version) => version.status === 'draft')
      return { programme, content: draft ?? versions[0], version: draft?.version }
    },
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    initial: ({ content }) => charterValues(content),
    version: ({ version }) => version,
    render: (data, form, view) => <CharterDraftForm data={data} form={form} view={view} />,
    then: ({ slug, number }) => programmePaths.charterVersion(slug, number),
  })
  mountForm(site, requireCells, {
    path: '/programmes/:slug/charter/draft/cells',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params }) {
      const programme = await readProgramme(tx, params.slug!)
      const draft = programme && (await chartersOf(tx, programme.id)).find((version) => version.status === 'draft')
      return draft && { programme, content: draft, version: draft.version }
    },
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    initial: ({ content }) => ({ cells: content.cells.map(cellKey) }),
    version: ({ version }) => version,
    render: (data, form, view) => <CellsForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.charter(slug),
  })
}

function agreeingRoutes(site: Site): void {
  mountForm(site, proposeCharterVersion, {
    path: '/programmes/:slug/charter/proposal',
    tag,
    params: ({ slug }) => ({ slug }),
    then: ({ slug, number }) => programmePaths.charterVersion(slug, number),
  })
  mountForm(site, signCharter, {
    path: '/programmes/:slug/charter/versions/:number/signature',
    tag,
    params: ({ slug, number }) => ({ slug, number }),
    then: ({ slug, number }) => programmePaths.charterVersion(slug, number),
  })
}
