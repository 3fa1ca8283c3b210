import { type Database, writeAs } from '../database.ts'
import { mailActor } from './send.ts'

/** What becomes of everything personal in a mail. */
export const forgotten = {
  address: '',
  address_sealed: null,
  address_place: null,
  sealed_for: null,
  subject: '',
  body: '',
  calendar: null,
}

/**
 * Empties address, subject and text of mails older than `days`, sent or not; that there was a mail, to whom (by id),
 * about which event and how it went stays. Returns how many were forgotten. Meant to run daily.
 */
export function forgetOldMails(jobs: Database, now: Date, days = 30): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  return writeAs(jobs, mailActor, now, async (tx) => {
    const done = await tx
      .updateTable('mails')
      .set({ ...forgotten, forgotten_at: now })
      .where('created_at', '<', before)
      .where('forgotten_at', 'is', null)
      .executeTakeFirst()
    return Number(done.numUpdatedRows)
  })
}
