import type { Lang, Text } from '#kernel/reason.ts'
import type { RowDescriber } from '#modules/monitoring/signal.ts'
import { formatDate } from '#ui/language.ts'
import { auditorSeats } from './auditor-signals.ts'
import { outcomes } from './commitment.ts'
import { programmePaths } from './paths.ts'
import { inLanguageOf } from './programme.ts'
import { signingParties } from './signature-signals.ts'
import { commitmentFacts, roleFacts } from './store/signals.ts'
import { words } from './words.ts'

const signalWords = (pick: (say: (typeof words)['id']['commitments']['signals']) => string): Text => {
  return (lang) => pick(words[lang].commitments.signals)
}

const outcomeNotes = outcomes.map((outcome): [string, Text] => [
  outcome,
  (lang) => words[lang].commitments.outcomes[outcome],
])

const commitments: RowDescriber = {
  kind: 'commitment',
  name: signalWords((say) => say.commitments),
  notes: { ...Object.fromEntries(outcomeNotes), unassessed: signalWords((say) => say.unassessed) },
  async describe(tx, ids) {
    const rows = await commitmentFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: row.title,
          lang: row.lang,
          record: row,
          url: programmePaths.commitment(row.slug, row.id),
          facts: [
            () => row.party,
            (lang: Lang) => words[lang].commitments.signals.dueOn(formatDate(lang, row.first_due)),
          ],
        },
      ]),
    )
  },
}

const roles: RowDescriber = {
  kind: 'required-role',
  name: signalWords((say) => say.roles),
  async describe(tx, ids) {
    const rows = await roleFacts(tx, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          title: inLanguageOf(row.lang, { own: row.title, en: row.title_en, lang: row.lang }).text,
          lang: row.lang,
          // as open as the programme
          record: { ...row, id: row.programme_id },
          url: programmePaths.seats(row.slug),
          facts: [(lang: Lang) => words[lang].commitments.signals.requiredSince(formatDate(lang, row.since))],
        },
      ]),
    )
  },
}

/** How commitments, required roles and signing parties look as rows behind a number. */
export const programmeRows: RowDescriber[] = [commitments, roles, signingParties, auditorSeats]
