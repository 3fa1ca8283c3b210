import { z } from 'zod'
import { hasSeat } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { endSeat } from '../operations/end-seat.ts'
import { giveGrant } from '../operations/give-grant.ts'
import { giveSeat } from '../operations/give-seat.ts'
import { EndSeatForm, GiveSeatForm, GrantForm } from '../pages/seat-forms.tsx'
import { SeatsPage } from '../pages/seats-page.tsx'
import { direction, found, listQuery, pageOf, sortedBy } from '../paging.ts'
import { programmePaths } from '../paths.ts'
import { readRoles } from '../read-roles.ts'
import { mayCoordinate, mayGiveGrant } from '../rules.ts'
import { allParties } from '../store/parties.ts'
import { readProgramme } from '../store/programmes.ts'
import { allSeats, colleagues, currentSeats, grantsOf, seatById } from '../store/seats.ts'
import { words } from '../words.ts'

const tag = 'programmes'

export function seatRoutes(site: Site): void {
  mountPage(site, {
    name: 'list-seats',
    path: '/programmes/:slug/seats',
    summary: both('Kursi dan tim koordinasi satu program', 'Seats and coordination team of a programme'),
    tag,
    query: listQuery.extend({
      sort: z.enum(['', 'person', 'party', 'role', 'from']).catch('').default(''),
      dir: direction,
    }),
    async load(tx, { params, query: { page, ...query }, today, lang }) {
      const { q } = query
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const all = await allSeats(tx, programme.id)
      const current = currentSeats(all, today)
      const roleNames = words[lang].seats.roles
      const matching = current.filter((seat) =>
        found(q, seat.person, seat.organisation, seat.acronym, roleNames[seat.role], seat.required_role),
      )
      const sorted = sortedBy(matching, query, {
        person: (seat) => seat.person,
        party: (seat) => seat.organisation,
        role: (seat) => roleNames[seat.role],
        from: (seat) => seat.first_day,
      })
      const former = all.filter((seat) => seat.last_day !== null && seat.last_day < today)
      return { programme, list: pageOf(sorted, page), former, roles: await readRoles(tx, programme.id, today), query }
    },
    scope: ({ programme }) => [programme.id],
    render: (data, view, { actor }) => {
      const seated = hasSeat(actor, data.programme.id)
      return <SeatsPage data={data} view={view} manage={seated ? mayCoordinate(actor, data.programme) : undefined} />
    },
  })
  giveRoute(site)
  endRoute(site)
  grantRoute(site)
}

function giveRoute(site: Site): void {
  mountForm(site, giveSeat, {
    path: '/programmes/:slug/seats/new',
    tag,
    params: ({ slug }) => ({ slug }),
    load: (tx, { params, query, today }) => readGiving(tx, params.slug!, query.organisation, today),
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    render: (data, form, view) => <GiveSeatForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.seats(slug),
  })
}

async function readGiving(tx: ReadTx, slug: string, organisationId: string | undefined, today: string) {
  const programme = await readProgramme(tx, slug)
  if (!programme) return undefined
  const parties = (await allParties(tx, programme.id)).filter((party) => party.until === null)
  const party = parties.find((one) => one.organisation_id === organisationId)
  const vacant = party ? (await readRoles(tx, programme.id, today)).filter((state) => !state.filled) : []
  const people = party ? await colleagues(tx, party.organisation_id, today) : []
  return { programme, parties, party, people, vacant: vacant.map((state) => state.role) }
}

function endRoute(site: Site): void {
  mountForm(site, endSeat, {
    path: '/programmes/:slug/seats/:seatId/end',
    tag,
    params: ({ slug, seatId }) => ({ slug, seatId }),
    async load(tx, { params }) {
      const programme = await readProgramme(tx, params.slug!)
      const seat = programme && (await seatById(tx, params.seatId!))
      return seat && seat.programme_id === programme.id ? { programme, seat } : undefined
    },
    may: (actor, { programme }) => mayCoordinate(actor, programme),
    render: (data, form, view) => <EndSeatForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.seats(slug),
  })
}

function grantRoute(site: Site): void {
  mountForm(site, giveGrant, {
    path: '/programmes/:slug/grants/new',
    tag,
    params: ({ slug }) => ({ slug }),
    async load(tx, { params, today }) {
      const programme = await readProgramme(tx, params.slug!)
      if (!programme) return undefined
      const seats = currentSeats(await allSeats(tx, programme.id), today)
      const people = new Map(
        seats.map((seat) => [
          seat.person_id,
          { id: seat.person_id, name: seat.person, organisation: seat.organisation },
        ]),
      )
      return { programme, people: [...people.values()], grants: await grantsOf(tx, programme.id, today) }
    },
    may: (actor, { programme }) => mayGiveGrant(actor, programme),
    initial: (_, { query }) => ({ recordId: query.record ?? '' }),
    render: (data, form, view) => <GrantForm data={data} form={form} view={view} />,
    then: ({ slug }) => programmePaths.newGrant(slug),
  })
}
