import { type Database, writeAs } from '../database.ts'
import { forgotten } from './forgotten.ts'
import { mailActor } from './send.ts'

/**
 * Empties address, subject and text of mails older than `days`, sent or not; that there was a mail, to whom (by id),
 * about which event and how it went stays. Returns how many were forgotten. Meant to run daily.
 */
export async function forgetOldMails(jobs: Database, now: Date, days = 30): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  await destroyOldKeys(jobs, now, before)
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

/** Of last letters that were never sent: their keys go before their rows are emptied. */
async function destroyOldKeys(jobs: Database, now: Date, before: Date): Promise<void> {
  const old = await writeAs(jobs, mailActor, now, (tx) =>
    tx
      .selectFrom('mails')
      .select('id')
      .whereRef('sealed_for', '=', 'id')
      .where('created_at', '<', before)
      .where('forgotten_at', 'is', null)
      .execute(),
  )
  for (const { id } of old) await jobs.keys.destroy(id, now)
}
