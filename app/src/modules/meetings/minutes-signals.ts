import { both, type Lang } from '#kernel/reason.ts'
import type { Check, ChecksOf, RowDescriber } from '#modules/monitoring/signal.ts'
import { formatDate } from '#ui/language.ts'
import { meetingPaths } from './paths.ts'
import { confirmedIn, minutesFacts } from './store/past-minutes.ts'
import { signalWordsEn, signalWordsId } from './words-signals.ts'
import { localOf, type Zone } from './zone.ts'

/** Minutes confirmed in the window: own where the person who confirmed them wrote the draft. */
export const minutesChecks: ChecksOf = async (tx, programmeId, span) =>
  (await confirmedIn(tx, programmeId, span)).map(
    ({ id, own, owner_id }): Check => ({ kind: 'minutes', id, own, note: 'own-minutes', parties: [owner_id] }),
  )

/** Confirmed minutes as a row behind the number. */
export const minutesRows: RowDescriber = {
  kind: 'minutes',
  name: both(signalWordsId.minutes, signalWordsEn.minutes),
  notes: { 'own-minutes': both(signalWordsId.note['own-minutes'], signalWordsEn.note['own-minutes']) },
  async describe(tx, ids) {
    const rows = await minutesFacts(tx, ids)
    return new Map(
      rows.map((row) => {
        const day = (lang: Lang) => formatDate(lang, localOf(row.starts_at, row.zone as Zone).day)
        return [
          row.id,
          { title: row.title, lang: row.lang, url: meetingPaths.minutes(row.meeting_id), facts: [day], record: row },
        ]
      }),
    )
  },
}
