import type { Problem } from '#kernel/outcome.ts'
import type { Party } from '#modules/programmes/public.ts'
import { wrong } from './acting.ts'

/** "Dinkes = 3" a line, by name or acronym; whole numbers from 1 to 100. */
export function readWeights(
  text: string | undefined,
  parties: Party[],
): { of: Record<string, number> } | { problem: Problem } {
  const of: Record<string, number> = {}
  for (const line of (text ?? '').split('\n').filter((one) => one.trim())) {
    const [name = '', weight = ''] = line.split('=').map((part) => part.trim())
    const same = (other: string | null) => other?.toLowerCase() === name.toLowerCase()
    const party = parties.find((one) => same(one.name) || same(one.acronym))
    if (!party || !/^(100|[1-9]\d?)$/.test(weight)) return { problem: wrong('weights', 'weights') }
    of[party.organisationId] = Number(weight)
  }
  return { of }
}
