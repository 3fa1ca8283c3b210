import type { OpinionMap } from './map.ts'

/** What a map lacks to be meaningful; sentences are the wording's. */
export type Lack =
  | { lacks: 'votes' }
  | { lacks: 'people'; people: number; needed: number }
  | { lacks: 'difference' }
  | { lacks: 'second axis' }
  | { lacks: 'clear axes' }
  | { lacks: 'counted statements' }

/** With fewer people in the conversation two groups cannot both be more than one person. */
const FEWEST_PEOPLE = 4

/** Says what is missing for a map with groups; empty when nothing is. */
export function missing(map: OpinionMap): Lack[] {
  const inside = map.people.inside.reduce((sum, is) => sum + is, 0)
  if (map.matrix.value.length === 0) return [{ lacks: 'votes' }]
  const lacks: Lack[] = []
  if (map.columns.present === map.columns.excluded) lacks.push({ lacks: 'counted statements' })
  if (inside < FEWEST_PEOPLE) lacks.push({ lacks: 'people', people: inside, needed: FEWEST_PEOPLE })
  if (map.components.variance[0] === 0) lacks.push({ lacks: 'difference' })
  else if (map.components.variance[1] === 0) lacks.push({ lacks: 'second axis' })
  if (!map.components.settled.every(Boolean)) lacks.push({ lacks: 'clear axes' })
  return lacks
}

/** The sentences in English. */
export function wordLack(lack: Lack): string {
  switch (lack.lacks) {
    case 'votes':
      return 'Nobody has voted yet: there is no map.'
    case 'counted statements':
      return 'Every statement with votes was rejected or is about the people themselves: nothing is left to map.'
    case 'people':
      return `Only ${lack.people} of the ${lack.needed} people needed are in the conversation: groups mean little.`
    case 'difference':
      return 'Everyone voted alike: there is one group and no direction in which people differ.'
    case 'second axis':
      return 'People differ in one direction only: the second axis of the map is empty.'
    case 'clear axes':
      return 'Several directions are almost equally strong: another seed can turn the map.'
  }
}
