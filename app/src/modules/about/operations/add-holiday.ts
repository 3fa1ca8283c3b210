import { z } from 'zod'
import { calendarVersion } from '#kernel/calendar/stored.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayChangeCalendar } from '../calendar-rules.ts'
import { addHolidayRow, calendarSubject, newVersion, readHoliday } from '../store.ts'
import { words } from '../words.ts'

export const addHoliday = operation({
  name: 'add-holiday',
  summary: both('Menambah hari libur ke kalender hari kerja', 'Adds a holiday to the working-day calendar'),
  input: z.strictObject({
    date: z.iso.date(),
    name: z.string().min(1).max(120),
    nameEn: z.string().min(1).max(120),
    kind: z.enum(['national', 'collective-leave']),
    source: z.string().min(1).max(200),
    reason: z.string().min(1).max(300),
  }),
  async load(tx) {
    await lock(tx, calendarSubject)
    return { version: await calendarVersion(tx) }
  },
  policy: (actor) => mayChangeCalendar(actor),
  async change(tx, { actor, input, subject, now }) {
    const known = await readHoliday(tx, input.date)
    if (known && !known.removed) return refused(problem('date', 'taken', (lang) => words[lang].calendar.taken))
    await addHolidayRow(tx, actor, now, input)
    const version = await newVersion(tx, actor, now, subject.version + 1, input.reason)
    return changed(
      { date: input.date, version },
      {
        name: 'holiday.added',
        programmeId: null,
        class: 'public',
        subjectKind: 'calendar',
        subjectId: calendarSubject,
        payload: { date: input.date, kind: input.kind, version },
      },
    )
  },
})
