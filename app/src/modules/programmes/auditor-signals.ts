import type { Check, ChecksOf, RowDescriber } from '#modules/monitoring/signal.ts'
import { formatDate, type Lang } from '#ui/language.ts'
import { programmePaths } from './paths.ts'
import { auditorFacts, auditorsOn } from './store/auditors.ts'
import { words } from './words.ts'

const say = (lang: Lang) => words[lang].commitments.signals.auditors

/** Seats of auditors on a day: own where the person acts for a party here, or one of their organisations has promised. */
export const auditorChecks: ChecksOf = async (tx, programmeId, { to }) =>
  (await auditorsOn(tx, programmeId, to)).map(
    ({ id, own, organisation_id }): Check => ({
      kind: 'auditor-seat',
      id,
      own,
      note: 'implementer',
      parties: [organisation_id],
    }),
  )

/** An auditor's seat as a row behind the number. */
export const auditorSeats: RowDescriber = {
  kind: 'auditor-seat',
  name: (lang) => say(lang).rows,
  notes: { implementer: (lang) => say(lang).implementer },
  async describe(tx, ids) {
    const rows = await auditorFacts(tx, ids)
    return new Map(
      rows.map((row) => {
        const since = (lang: Lang) => say(lang).since(formatDate(lang, row.first_day))
        const url = programmePaths.seats(row.slug)
        const facts = [() => row.organisation, since]
        return [row.id, { title: row.person, lang: 'id' as const, url, facts, record: 'open' as const }]
      }),
    )
  },
}
