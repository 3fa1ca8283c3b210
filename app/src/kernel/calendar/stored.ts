import type { DateInterval, WorkCalendar } from '../calendar.ts'
import type { ReadTx, Tx } from '../database.ts'
import { INDONESIAN_HOLIDAYS, workCalendar } from './holidays.ts'
export type HolidayRow = {
  date: string
  name: string
  name_en: string
  kind: 'national' | 'collective-leave'
  source: string
}

/**
 * The calendar in force. Offices are closed on cuti bersama, so it counts as a day off. With `within` it knows the
 * holidays of those days alone, for a page that only counts between two of them.
 */
export async function readCalendar(tx: ReadTx, within?: DateInterval): Promise<WorkCalendar> {
  const [holidays, version] = await Promise.all([readHolidays(tx, within), calendarVersion(tx)])
  return workCalendar(version, holidays, { collectiveLeave: true })
}

export async function readHolidays(tx: ReadTx, within?: DateInterval): Promise<HolidayRow[]> {
  let query = tx
    .selectFrom('holidays')
    .select(['date', 'name', 'name_en', 'kind', 'source'])
    .where('removed', '=', false)
  if (within) query = query.where('date', '>=', within.first).where('date', '<=', within.last)
  return (await query.orderBy('date').execute()) as HolidayRow[]
}

export async function calendarVersion(tx: ReadTx): Promise<number> {
  const row = await tx
    .selectFrom('calendar_versions')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst()
  return row?.version ?? 0
}

/** First start: the seeded holidays as version 1. */
export async function seedCalendar(tx: Tx, now: Date): Promise<void> {
  if ((await calendarVersion(tx)) > 0) return
  const rows = INDONESIAN_HOLIDAYS.map((one) => ({
    date: one.date,
    name: one.name.id,
    name_en: one.name.en,
    kind: one.kind,
    source: one.source,
    created_at: now,
  }))
  await tx
    .insertInto('holidays')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.insertInto('calendar_versions').values({ version: 1, changed_at: now, reason: 'seed' }).execute()
}
