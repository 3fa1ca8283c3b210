import type { OrganisationKey, PersonKey } from './cast.ts'
import { people } from './cast.ts'
import type { Teller } from './tell.ts'

/** Ids of everything the story has made so far. */
export type World = {
  teller: Teller
  slug: string
  programmeId: string
  organisations: Record<OrganisationKey, string>
  people: Record<PersonKey, string>
  objectives: Map<string, string>
  measures: Map<string, string>
  services: Map<string, string>
}

/** One thing that happens on one day. */
export type Step = { day: number; tell(world: World): Promise<void> }

/** Who of an organisation does the daily work: its officer, else whoever sits for it. */
export function workerOf(organisation: OrganisationKey): PersonKey {
  const seated = (Object.keys(people) as PersonKey[]).filter(
    (key) => people[key].at === organisation && people[key].seat,
  )
  return (
    seated.find((key) => people[key].seat === 'officer') ??
    seated.find((key) => people[key].seat === 'coordinator') ??
    seated[0]!
  )
}

export function headOf(organisation: OrganisationKey): PersonKey {
  const found = (Object.keys(people) as PersonKey[]).find(
    (key) => people[key].at === organisation && people[key].seat === 'head',
  )
  if (!found) throw new Error(`nobody heads ${organisation}`)
  return found
}
