import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'

/** The calendar is one subject for the log: a fixed id. */
export const calendarSubject = '00000000-0000-7000-8000-00000000ca1e'

export async function readHoliday(tx: ReadTx, date: string) {
  return tx.selectFrom('holidays').selectAll().where('date', '=', date).executeTakeFirst()
}

type Holiday = { date: string; name: string; nameEn: string; kind: string; source: string }

export async function addHolidayRow(tx: Tx, actor: Actor, now: Date, holiday: Holiday): Promise<void> {
  const { date, name, nameEn: name_en, kind, source } = holiday
  await tx
    .insertInto('holidays')
    .values({ date, name, name_en, kind, source, created_at: now, created_by: personOf(actor) })
    .onConflict((conflict) => conflict.column('date').doUpdateSet({ name, name_en, kind, source, removed: false }))
    .execute()
}

export async function removeHolidayRow(tx: Tx, date: string): Promise<void> {
  await tx.updateTable('holidays').set({ removed: true }).where('date', '=', date).execute()
}

export async function newVersion(tx: Tx, actor: Actor, now: Date, version: number, reason: string): Promise<number> {
  await tx
    .insertInto('calendar_versions')
    .values({ version, changed_at: now, created_by: personOf(actor), reason })
    .execute()
  return version
}
