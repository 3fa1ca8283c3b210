import { z } from 'zod'
import { calendarVersion } from '#kernel/calendar/stored.ts'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayChangeCalendar } from '../calendar-rules.ts'
import { calendarSubject, newVersion, readHoliday, removeHolidayRow } from '../store.ts'

export const removeHoliday = operation({
  name: 'remove-holiday',
  summary: both('Menghapus hari libur dari kalender hari kerja', 'Removes a holiday from the working-day calendar'),
  input: z.strictObject({ date: z.iso.date(), reason: z.string().min(1).max(300) }),
  async load(tx, input) {
    await lock(tx, calendarSubject)
    const holiday = await readHoliday(tx, input.date)
    return holiday && !holiday.removed ? { holiday, version: await calendarVersion(tx) } : undefined
  },
  policy: (actor) => mayChangeCalendar(actor),
  async change(tx, { actor, input, subject, now }) {
    await removeHolidayRow(tx, input.date)
    const version = await newVersion(tx, actor, now, subject.version + 1, input.reason)
    return changed(
      { date: input.date, version },
      {
        name: 'holiday.removed',
        programmeId: null,
        class: 'public',
        subjectKind: 'calendar',
        subjectId: calendarSubject,
        payload: { date: input.date, version },
      },
    )
  },
})
