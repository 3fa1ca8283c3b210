import { sql } from 'kysely'
import { type Database, type Tx, writeAs } from '../database.ts'
import { forgotten } from './forgotten.ts'
import { mailActor } from './send.ts'

/**
 * Empties address, subject and text of mails older than `days`, sent or not; that there was a mail, to whom (by id),
 * about which event and how it went stays. Returns how many were forgotten. Meant to run daily.
 */
export async function forgetOldMails(jobs: Database, now: Date, days = 30): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000)
  const count = await writeAs(jobs, mailActor, now, async (tx) => {
    const done = await oldMails(tx, now, before).where(sql<boolean>`sealed_for is distinct from id`).executeTakeFirst()
    return Number(done.numUpdatedRows)
  })
  return count + (await forgetLastLetters(jobs, now, before))
}

const oldMails = (tx: Tx, now: Date, before: Date) =>
  tx
    .updateTable('mails')
    .set({ ...forgotten, forgotten_at: now })
    .where('created_at', '<', before)
    .where('forgotten_at', 'is', null)

/** Last letters that were never sent: their keys go first. While the keys are away they wait, and no other mail does. */
async function forgetLastLetters(jobs: Database, now: Date, before: Date): Promise<number> {
  const old = await writeAs(jobs, mailActor, now, (tx) =>
    tx
      .selectFrom('mails')
      .select('id')
      .whereRef('sealed_for', '=', 'id')
      .where('created_at', '<', before)
      .where('forgotten_at', 'is', null)
      .execute(),
  )
  for (const { id } of old) {
    await jobs.keys.destroy(id, now)
    await writeAs(jobs, mailActor, now, (tx) => oldMails(tx, now, before).where('id', '=', id).execute())
  }
  return old.length
}
