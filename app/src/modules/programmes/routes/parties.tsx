import { z } from 'zod'
import { hasSeat } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { changePartyRole } from '../operations/change-party-role.ts'
import { inviteParty } from '../operations/invite-party.ts'
import { withdrawParty } from '../operations/withdraw-party.ts'
import { PartiesPage } from '../pages/parties-page.tsx'
import { InviteForm, PartyRoleForm, WithdrawalForm } from '../pages/party-forms.tsx'
import { direction, found, listQuery, pageOf, sortedBy } from '../paging.ts'
import { partyRoles } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { mayCoordinate } from '../rules.ts'
import { allParties, currentParties, partyChangesOf, partyFigures, searchOrganisations } from '../store/parties.ts'
import { readProgramme } from '../store/programmes.ts'
import { words } from '../words.ts'

const tag = 'programmes'

export function partyRoutes(site: Site): void {
  mountPage(site, {
    name: 'list-parties',
    path: '/programmes/:slug/parties',
    summary: both('Para pihak satu program', 'Parties of a programme'),
    tag,
    query: listQuery.extend({
      role: z.enum(partyRoles).or(z.literal('')).catch('').default(''),
      sort: z.enum(['', 'name', 'role', 'since', 'people', 'commitments']).catch('').default(''),
      dir: direction,
    }),
    async load(tx, { params, query: { page, ...query }, today, lang }) {
      const { q, role } = query
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const all = await allParties(tx, programme.id)
      const current = currentParties(all, today)
      const figures = new Map((await partyFigures(tx, programme.id, today)).map((one) => [one.organisation_id, one]))
      const lines = current
        .filter((party) => found(q, party.name, party.acronym) && (role === '' || party.role === role))
        .map((party) => ({ ...party, people: 0, commitments: 0, ...figures.get(party.organisation_id) }))
      const sorted = sortedBy(lines, query, {
        name: (party) => party.name,
        role: (party) => words[lang].parties.roles[party.role],
        since: (party) => party.since,
        people: (party) => party.people,
        commitments: (party) => party.commitments,
      })
      const former = all.filter((party) => !current.includes(party))
      const changes = await partyChangesOf(tx, programme.id)
      return { programme, list: pageOf(sorted, page), former, changes, query }
    },
    scope: ({ programme }) => [programme.id],
    render: (data, view, { actor }) => {
      const seated = hasSeat(actor, data.programme.id)
      return <PartiesPage data={data} view={view} manage={seated ? mayCoordinate(actor, data.programme) : undefined} />
    },
  })
  inviteRoute(site)
  changeRoutes(site)
}

function inviteRoute(site: Site): void {
  mountForm(site, inviteParty, {
    path: '/programmes/:slug/parties/new',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params, query }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const q = (query.q ?? '').slice(0, 200)
      return { programme, q, choices: q.trim() === '' ? [] : await searchOrganisations(tx, programme.id, q) }
    },
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    render: (data, form, view) => <InviteForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.parties(slug),
  })
}

function changeRoutes(site: Site): void {
  const shared = {
    tag,
    params: ({ slug, organisationId }: Record<string, string>) => ({ slug, organisationId }),
    then: ({ slug }: { slug: string }) => programmePaths.parties(slug),
  }
  mountForm(site, changePartyRole, {
    ...shared,
    path: '/programmes/:slug/parties/:organisationId/role',
    load: (tx, { params }) => readParty(tx, params.slug!, params.organisationId!),
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    initial: ({ party }) => ({ role: party.role }),
    render: (data, form, view) => <PartyRoleForm data={data} form={form} view={view} />,
  })
  mountForm(site, withdrawParty, {
    ...shared,
    path: '/programmes/:slug/parties/:organisationId/withdrawal',
    load: (tx, { params }) => readParty(tx, params.slug!, params.organisationId!),
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    render: (data, form, view) => <WithdrawalForm data={data} form={form} view={view} />,
  })
}

async function readParty(tx: ReadTx, slug: string, organisationId: string) {
  const programme = await readProgramme(tx, slug)
  if (!programme) return undefined
  const party = (await allParties(tx, programme.id)).find(
    (one) => one.organisation_id === organisationId && one.until === null,
  )
  return party && { programme, party }
}
