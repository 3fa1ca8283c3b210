import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { endSeat } from '#modules/programmes/operations/end-seat.ts'
import { giveSeat } from '#modules/programmes/operations/give-seat.ts'
import type { OrganisationKey, PersonKey } from './cast.ts'
import type { Step, World } from './world.ts'

/** Two roles of the charter are filled at first; one of the people leaves and is not replaced. */
export function staffingSteps(deps: Deps): Step[] {
  const seats = { data: '' }
  return [
    {
      day: 29,
      async tell(world) {
        seats.data = await fill(world, deps, 'yoga', 'kominfo', 'penanggung-jawab-data')
        await fill(world, deps, 'lina', 'dppkb', 'penghubung-kader-dan-desa')
      },
    },
    {
      day: 255,
      async tell({ teller, people, slug }) {
        await teller.act(people.rina, endSeat, { slug, seatId: seats.data })
      },
    },
  ]
}

async function fill(world: World, deps: Deps, person: PersonKey, at: OrganisationKey, role: string): Promise<string> {
  const { teller, people, organisations, slug, programmeId } = world
  const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
  const required = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('required_roles')
      .select('id')
      .where('programme_id', '=', programmeId)
      .where('key', '=', role)
      .executeTakeFirstOrThrow(),
  )
  const input = { slug, organisationId: organisations[at], personId: people[person], role: 'officer' as const }
  const seat = await teller.act(people.rina, giveSeat, { ...input, requiredRoleId: required.id })
  return seat.id
}
