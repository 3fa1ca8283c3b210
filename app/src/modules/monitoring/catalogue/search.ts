import type { Lang, Text } from '#kernel/reason.ts'
import type { DetectorEntry, IndicatorEntry } from './entry.ts'

/** Does it hold every word looked for, in its code, name or rule? */
export function indicatorSought(lang: Lang, q: string, entry: IndicatorEntry): boolean {
  return holds(lang, q, [() => entry.id, entry.name, entry.question, entry.formula])
}

export function detectorSought(lang: Lang, q: string, entry: DetectorEntry): boolean {
  const rules = entry.conditions.flatMap((one) => [one.headline, one.text])
  return holds(lang, q, [() => entry.id, entry.name, ...rules])
}

function holds(lang: Lang, q: string, texts: Text[]): boolean {
  const text = texts.map((one) => one(lang).toLowerCase()).join(' ')
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
