import type { SubjectReader } from '#kernel/subject-reader.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import type { RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { formatDate, formatDateTime } from '#ui/language.ts'
import { breachPaths, redactionPaths } from './paths.ts'
import { farCloser, groundless, openShare, risingShare, secretOpened } from './signals/openness.ts'
import { personalInPublic, smallCellsOpen, stillInReleased, untoldBreach } from './signals/privacy.ts'
import { breachesNamed } from './store/breaches.ts'
import { fileRedactionsNamed } from './store/file-redactions.ts'
import { confirmationsNamed } from './store/past.ts'
import { redactionsNamed } from './store/redactions.ts'
import { breachWords } from './words-breaches.ts'
import { signalWords as words } from './words-signals.ts'

/** D5 c and D6 d come from information requests. */
export function classificationSignals(readers: SubjectReader[]): Signals {
  return {
    measures: [openShare],
    conditions: [
      groundless,
      risingShare,
      farCloser,
      secretOpened,
      personalInPublic(readers),
      smallCellsOpen,
      untoldBreach,
      stillInReleased,
    ],
  }
}

const confirmationRows: RowDescriber = {
  kind: 'confirmation',
  name: (lang) => words[lang].rows.confirmation,
  async describe(tx, ids) {
    const rows = await confirmationsNamed(tx, ids)
    return new Map(
      rows.map((one) => [
        one.id,
        {
          title: one.reason,
          lang: 'id' as const,
          url: programmePaths.history(one.slug),
          facts: [(lang) => `${words[lang].confirmed}, ${formatDate(lang, one.at)}`],
          record: 'open' as const,
        },
      ]),
    )
  },
}

const breachRows: RowDescriber = {
  kind: 'breach',
  name: (lang) => words[lang].rows.breach,
  async describe(tx, ids) {
    const rows = await breachesNamed(tx, ids)
    return new Map(
      rows.map((one) => [
        one.id,
        {
          title: `${breachWords.id.one}: ${one.owner}`,
          lang: 'id' as const,
          url: breachPaths.one(one.slug, one.id),
          facts: [(lang) => `${breachWords[lang].discovered} ${formatDateTime(lang, one.discovered_at)}`],
          record: 'open' as const,
        },
      ]),
    )
  },
}

const redactionRows: RowDescriber = {
  kind: 'redaction',
  name: (lang) => words[lang].rows.redaction,
  async describe(tx, ids) {
    const rows = await redactionsNamed(tx, ids)
    return new Map(
      rows.map((one) => [
        one.id,
        {
          title: one.title,
          lang: one.lang,
          url: redactionPaths.one(one.slug, one.id),
          facts: [],
          record: 'open' as const,
        },
      ]),
    )
  },
}

const fileRedactionRows: RowDescriber = {
  kind: 'file-redaction',
  name: (lang) => words[lang].rows.file,
  async describe(tx, ids) {
    const rows = await fileRedactionsNamed(tx, ids)
    return new Map(
      rows.map((one) => [
        one.id,
        {
          title: one.title,
          lang: one.lang as 'id' | 'en',
          url: documentPaths.one(one.document_id),
          facts: [],
          record: 'open' as const,
        },
      ]),
    )
  },
}

export const classificationRows: RowDescriber[] = [confirmationRows, breachRows, redactionRows, fileRedactionRows]
