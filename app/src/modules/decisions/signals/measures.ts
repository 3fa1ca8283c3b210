import { workingDaysBetween } from '#kernel/calendar.ts'
import type { Text } from '#kernel/reason.ts'
import { documentCounts } from '#modules/documents/public.ts'
import { declarationStandings } from '#modules/interests/public.ts'
import type { Measure } from '#modules/monitoring/signal.ts'
import { missingExplanations } from '../decision.ts'
import { decidedIn, publishedIn, votersIn } from '../store/signals.ts'
import { words } from '../words.ts'

const none: Text = (lang) => words[lang].signal.none

/** T1: decisions that are published with everything that explains them, of all that were taken. A file is a document. */
const explained: Measure = {
  indicator: 'T1',
  async measure(tx, { programmeId, window, at }) {
    const decided = await decidedIn(tx, programmeId, window, at)
    if (decided.length === 0) return { kind: 'no-records', because: none }
    const files = await documentCounts(
      tx,
      decided.map((one) => one.id),
      at,
    )
    const rows = decided.map((one) => {
      const documents = one.documents + (files.get(one.id) ?? 0)
      const explains = missingExplanations({ ...one, documents, reason: true }).length === 0
      return { kind: 'decision', id: one.id, counted: one.published_on !== null && explains }
    })
    return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows }
  },
}

/** T2: median working days from the decision to its publication. */
const publicationLag: Measure = {
  indicator: 'T2',
  async measure(tx, { programmeId, window, calendar }) {
    const published = await publishedIn(tx, programmeId, window)
    if (published.length === 0) return { kind: 'no-records', because: none }
    const rows = published.map(({ id, decided_on, published_on }) => ({
      kind: 'decision',
      id,
      counted: true,
      weight: workingDaysBetween(calendar, decided_on, published_on),
    }))
    return { kind: 'value', value: median(rows.map((row) => row.weight)), n: rows.length, rows }
  },
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** A4: decisions where every voter had a declaration that stood on the day of the ballot, and answered for this item. */
const interestsCovered: Measure = {
  indicator: 'A4',
  async measure(tx, { programmeId, window, at }) {
    const decided = await decidedIn(tx, programmeId, window, at)
    if (decided.length === 0) return { kind: 'no-records', because: none }
    const voters = await votersIn(
      tx,
      decided.map((one) => one.id),
    )
    const standing = new Map<string, Map<string, string>>()
    for (const day of new Set(voters.map((one) => one.cast_on))) {
      const people = voters.filter((one) => one.cast_on === day).map((one) => one.person_id)
      standing.set(day, await declarationStandings(tx, [...new Set(people)], day))
    }
    const rows = decided.map(({ id }) => {
      const own = voters.filter((one) => one.decision_id === id)
      const covered = own.every((one) => one.asked && standing.get(one.cast_on)?.get(one.person_id) === 'valid')
      return { kind: 'decision', id, counted: own.length > 0 && covered }
    })
    return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows }
  },
}

export const decisionMeasures: Measure[] = [explained, publicationLag, interestsCovered]
