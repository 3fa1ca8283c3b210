import { addMeasure } from '#modules/objectives/operations/add-measure.ts'
import { linkObjectives } from '#modules/objectives/operations/link-objectives.ts'
import { observeMeasure } from '#modules/objectives/operations/observe-measure.ts'
import { stateObjective } from '#modules/objectives/operations/state-objective.ts'
import { objectives } from './plan.ts'
import { type Step, type World, workerOf } from './world.ts'

/** Shared objectives with their measures and observations; agencies' own objectives and how they stand to the shared ones. */
export function goalSteps(): Step[] {
  return Object.keys(objectives).flatMap((key, index) => [
    { day: 20 + index, tell: (world: World) => stateOne(world, key) },
    ...observations(key),
    ...(objectives[key]!.link ? [{ day: 45, tell: (world: World) => linkOne(world, key) }] : []),
  ])
}

async function stateOne(world: World, key: string): Promise<void> {
  const planned = objectives[key]!
  const { teller, slug, organisations, people } = world
  const by = planned.owner ? people[workerOf(planned.owner)] : people.rina
  const scope = planned.owner ? ('agency' as const) : ('shared' as const)
  const ownerId = planned.owner && organisations[planned.owner]
  const { title, en: titleEn, weight } = planned
  const { id } = await teller.act(by, stateObjective, { slug, scope, ownerId, title, titleEn, weight })
  world.objectives.set(key, id)
  for (const [index, measure] of planned.measures.entries()) {
    const { name, en: nameEn, unit, baseline, target, owner } = measure
    const input = {
      slug,
      id,
      name,
      nameEn,
      unit,
      baseline,
      baselineOn: teller.dateOf(0),
      target,
      targetOn: teller.dateOf(1460),
    }
    const { measureId } = await teller.act(by, addMeasure, { ...input, ownerId: organisations[owner] })
    world.measures.set(`${key}.${index}`, measureId)
  }
}

function observations(key: string): Step[] {
  return objectives[key]!.measures.flatMap((measure, index) =>
    measure.observed.map(([day, value]) => ({
      day: day + 3,
      async tell({ teller, slug, people, measures }: World) {
        const input = { slug, id: measures.get(`${key}.${index}`)!, observedOn: teller.dateOf(day), value }
        await teller.act(people[workerOf(measure.owner)], observeMeasure, input)
      },
    })),
  )
}

async function linkOne({ teller, slug, people, objectives: ids }: World, key: string): Promise<void> {
  const { owner, link } = objectives[key]!
  const [kind, to] = link!
  await teller.act(people[workerOf(owner!)], linkObjectives, { slug, id: ids.get(key)!, to: ids.get(to)!, kind })
}
