import type { ReadTx } from '#kernel/database.ts'
import { type OrganisationName, organisationNames } from '#modules/directory/public.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { type Conflict, type ControlFacts, conflictsOn, type Stake, type StakesOf } from './conflict.ts'
import { controlsIn, declaredBy } from './store/controls.ts'
import { type Declarant, declarantsIn } from './store.ts'

type Programme = { id: string; slug: string }

/** Actual conflicts of these people in a programme on a day, as far as the reader sees what they meet. */
export async function readConflicts(
  tx: ReadTx,
  programme: Programme,
  people: Pick<Declarant, 'id' | 'organisation_id'>[],
  day: string,
  sources: StakesOf[],
): Promise<{ conflicts: Conflict[]; declared: string[] }> {
  const ids = [...new Set(people.map((one) => one.id))]
  const declared = await declaredBy(tx, ids, day)
  if (declared.length === 0) return { conflicts: [], declared: [] }
  const bodies = [...new Set(declared.map((one) => one.organisation_id))]
  const [stakes, controls] = await Promise.all([
    stakesIn(tx, programme, bodies, day, sources),
    controlsIn(tx, programme.id, day),
  ])
  const seated = Map.groupBy(people, (one) => one.id)
  const own = new Map([...seated].map(([id, seats]) => [id, seats.map((seat) => seat.organisation_id)]))
  const conflicts = conflictsOn(day, declared, own, stakes, controls)
  return { conflicts, declared: [...new Set(declared.map((one) => one.person_id))] }
}

async function stakesIn(
  tx: ReadTx,
  programme: Programme,
  bodies: string[],
  day: string,
  sources: StakesOf[],
): Promise<Stake[]> {
  return (await Promise.all(sources.map((stakes) => stakes(tx, programme, bodies, day)))).flat()
}

export async function namesIn(tx: ReadTx, conflicts: Conflict[]): Promise<Map<string, OrganisationName>> {
  return organisationNames(tx, [...new Set(conflicts.map((one) => one.organisation_id))])
}

export type Controlled = ControlFacts & { colleagues: Declarant[] }

export async function readControlFacts(
  tx: ReadTx,
  slug: string,
  person: string,
  day: string,
  stakes: StakesOf[],
): Promise<Controlled | undefined> {
  const programme = await programmeBySlug(tx, slug)
  if (!programme) return undefined
  const seated = await declarantsIn(tx, programme.id, day)
  const own = seated.filter((one) => one.id === person)
  if (own.length === 0) return undefined
  const parties = own.map((one) => one.organisation_id)
  const { conflicts } = await readConflicts(tx, programme, own, day, stakes)
  const colleagues = seated.filter((one) => one.id !== person && parties.includes(one.organisation_id))
  const { id: programme_id, status: programme_status } = programme
  return { programme_id, programme_status, person_id: person, parties, conflicts, colleagues }
}
