import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { adoptMitigation } from '#modules/monitoring/operations/adopt-mitigation.ts'
import { reviewMitigation } from '#modules/monitoring/operations/review-mitigation.ts'
import { programmeReader } from '#modules/programmes/programme-reader.ts'
import type { Step, World } from './world.ts'

/** What the team does about obstacles: one mitigation that has worked, two that are under way. */
export function remedySteps(deps: Deps): Step[] {
  const first = { id: '' }
  return [
    {
      day: 165,
      async tell(world) {
        first.id = await adopt(world, deps, 'D3', 'pool', 221)
      },
    },
    { day: 222, tell: (world) => review(world, first.id) },
    {
      day: 341,
      async tell(world) {
        await adopt(world, deps, 'D3', 'secondment', 410)
      },
    },
    {
      day: 357,
      async tell(world) {
        await adopt(world, deps, 'D1', 'default-answer', 420)
      },
    },
  ]
}

async function adopt(world: World, deps: Deps, detector: string, key: string, reviewDay: number): Promise<string> {
  const { teller, people, organisations } = world
  const mitigation = await openProposal(world, deps, { detector, key })
  const decided = { owner: organisations.bappeda, person: people.rina, reviewOn: teller.dateOf(reviewDay) }
  await teller.act(people.rina, adoptMitigation(programmeReader), { mitigation, ...decided })
  return mitigation
}

async function review({ teller, people }: World, mitigation: string): Promise<void> {
  const finding = 'Air minum, imunisasi, dan kelas pengasuhan berjalan lagi sesudah alat dipinjam dari dinas lain'
  await teller.act(people.rina, reviewMitigation, { mitigation, finding })
}

type Proposal = { detector: string; key: string }

async function openProposal({ teller, programmeId }: World, deps: Deps, { detector, key }: Proposal): Promise<string> {
  const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
  const found = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('mitigations')
      .innerJoin('obstacles', 'obstacles.id', 'mitigations.obstacle_id')
      .select('mitigations.id')
      .where('mitigations.programme_id', '=', programmeId)
      .where('obstacles.detector', '=', detector)
      .where('obstacles.cleared_on', 'is', null)
      .where('mitigations.state', '=', 'proposed')
      .where('mitigations.key', '=', key)
      .executeTakeFirst(),
  )
  if (!found) throw new Error(`${detector} has no open proposal "${key}" on ${teller.now().toISOString()}`)
  return found.id
}
