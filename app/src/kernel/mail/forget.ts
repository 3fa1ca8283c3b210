import { type Database, writeAs } from '../database.ts'
import { mailActor } from './send.ts'

/**
 * Empties address, subject and text of mails older than `days`, sent or not; that there was a mail, to whom (by id),
 * about which event and how it went stays. Returns how many were forgotten. Meant to run daily.
 */
export function forgetOldMails(jobs: Database, now: Date, days = 30): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  return writeAs(jobs, mailActor, now, async (tx) => {
    const forgotten = await tx
      .updateTable('mails')
      .set({
        address: '',
        address_sealed: null,
        address_place: null,
        sealed_for: null,
        subject: '',
        body: '',
        calendar: null,
        forgotten_at: now,
      })
      .where('created_at', '<', before)
      .where('forgotten_at', 'is', null)
      .executeTakeFirst()
    return Number(forgotten.numUpdatedRows)
  })
}
