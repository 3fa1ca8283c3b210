import type { Benefit } from '#ui/words.ts'
import { accountability } from './accountability.ts'
import { effectiveness } from './effectiveness.ts'
import { efficiency } from './efficiency.ts'
import type { ConditionEntry, DetectorEntry, IndicatorEntry } from './entry.ts'
import { innovation } from './innovation.ts'
import { conflictOfInterest, politicalWill } from './obstacles-accountability.ts'
import { resistance, resources } from './obstacles-effectiveness.ts'
import { coordination, interests } from './obstacles-efficiency.ts'
import { culture, incentives } from './obstacles-innovation.ts'
import { access, participantCapacity } from './obstacles-participation.ts'
import { funding, politicalPriorities } from './obstacles-sustainability.ts'
import { privacy, security } from './obstacles-transparency.ts'
import { participation } from './participation.ts'
import { sustainability } from './sustainability.ts'
import { transparency } from './transparency.ts'

/** In the order of the seven benefits. */
export const indicators: readonly IndicatorEntry[] = [
  ...efficiency,
  ...effectiveness,
  ...transparency,
  ...innovation,
  ...participation,
  ...accountability,
  ...sustainability,
]

/** D1 to D14. */
export const detectors: readonly DetectorEntry[] = [
  coordination,
  interests,
  resources,
  resistance,
  security,
  privacy,
  culture,
  incentives,
  access,
  participantCapacity,
  politicalWill,
  conflictOfInterest,
  politicalPriorities,
  funding,
]

const indicatorById = new Map(indicators.map((entry) => [entry.id, entry]))
const detectorById = new Map(detectors.map((entry) => [entry.id, entry]))

export function indicatorOf(id: string): IndicatorEntry | undefined {
  return indicatorById.get(id)
}

export function detectorOf(id: string): DetectorEntry | undefined {
  return detectorById.get(id)
}

/** `of`: 'D1.a'. */
export function conditionOf(of: string): { detector: DetectorEntry; condition: ConditionEntry } | undefined {
  const [id = '', letter] = of.split('.')
  const detector = detectorOf(id)
  const condition = detector?.conditions.find((one) => one.letter === letter)
  return detector && condition ? { detector, condition } : undefined
}

export function indicatorsFor(benefit: Benefit): IndicatorEntry[] {
  return indicators.filter((entry) => entry.benefit === benefit)
}

export function leadOf(benefit: Benefit): IndicatorEntry {
  return indicators.find((entry) => entry.benefit === benefit && entry.lead)!
}
