import { coordinatesIn, emailsIn } from './addresses.ts'
import { type Hit, worthAsking } from './hit.ts'
import { numbersIn } from './numbers.ts'
import { diagnosisCodesIn, healthIn, namesIn } from './people.ts'

export { type Hit, type Kind, kinds, worthAsking } from './hit.ts'
export { isFamilyCardNumber, isIdentityNumber } from './identity-number.ts'
export { type SuppressedTable, smallCells } from './small-cells.ts'

/** Raised with every change of what is found, so that texts which an older one let through are read anew. */
export const detectorVersion = 1

/**
 * Personal data in a text, in order, none overlapping another of its own kind. Nothing is kept and nothing is looked up.
 * `least`: leaves out what is less likely than that; 0 = all, to see what was weighed and let pass.
 */
export function findPersonalData(text: string, least: number = worthAsking): Hit[] {
  const sure = [...numbersIn(text), ...emailsIn(text), ...namesIn(text)]
  const placed = coordinatesIn(text)
  const health = [...healthIn(text, sure), ...diagnosisCodesIn(text)]
  const hits = withoutOverlaps([...sure, ...placed, ...health]).filter((hit) => hit.confidence >= least)
  return hits.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Of two readings of the same digits the likelier stays. */
function withoutOverlaps(hits: Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const hit of hits.toSorted((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start)))
    if (!kept.some((other) => other.start < hit.end && hit.start < other.end)) kept.push(hit)
  return kept
}
