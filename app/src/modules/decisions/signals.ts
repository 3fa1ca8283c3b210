import type { Check, ChecksOf, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { formatDate } from '#ui/language.ts'
import { codeOf } from './decision.ts'
import { decisionPaths } from './paths.ts'
import { decisionConditions } from './signals/conditions.ts'
import { decisionMeasures } from './signals/measures.ts'
import { appealsAnswered, decisionFacts, type NamedFacts } from './store/signals.ts'
import { words } from './words.ts'

/** Everything that decisions can tell of a programme: T1, T2, A4; D2 a b d, D12 a. */
export const decisionSignals: Signals = { measures: decisionMeasures, conditions: decisionConditions }

/** Appeals answered in the window, for D12 c. */
export const appealChecks: ChecksOf = async (tx, programmeId, span) =>
  (await appealsAnswered(tx, programmeId, span)).map(
    ({ id, own, owner_id }): Check => ({ kind: 'decision', id, own, note: 'own-appeal', parties: [owner_id] }),
  )

/** A decision as a row behind a number. */
export const decisionRows: RowDescriber = {
  kind: 'decision',
  name: (lang) => words[lang].signal.rows,
  notes: { 'own-appeal': (lang) => words[lang].signal.ownAppeal },
  async describe(tx, ids) {
    const rows = await decisionFacts(tx, ids)
    return new Map(rows.map((row) => [row.id, described(row)]))
  },
}

function described(row: NamedFacts) {
  const fact = (lang: 'id' | 'en') => {
    const say = words[lang].signal
    const { decided_on, published_on, raised_on } = row
    const first = decided_on ? say.decidedOn(formatDate(lang, decided_on)) : say.raisedOn(formatDate(lang, raised_on))
    if (!decided_on) return first
    return `${first} · ${published_on ? say.publishedOn(formatDate(lang, published_on)) : say.unpublished}`
  }
  const title = `${codeOf(row)} ${row.question}`
  return { title, lang: row.lang, url: decisionPaths.decision(row.id), facts: [fact], record: row }
}
