import { z } from 'zod'
import type { NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { newToken } from '#kernel/session/token.ts'
import { addCalendarLink, revokeCalendarLinks } from '../store/calendar-links.ts'

/** One address a person: a new one ends the old one. It is handed back once and never kept. */
export const makeCalendarLink = operation({
  name: 'make-calendar-link',
  summary: both('Membuat alamat kalender pribadi', 'Makes the address of one’s own calendar'),
  input: z.strictObject({ personId: z.uuid() }),
  async load(tx, { personId }) {
    await lock(tx, personId)
    return { personId }
  },
  policy: (actor) => onlySignInJob(actor),
  async change(tx, { input: { personId }, now }) {
    await revokeCalendarLinks(tx, personId, now)
    const token = newToken()
    await addCalendarLink(tx, { id: newId(now), personId, token }, now)
    return changed({ token }, calendarEvent('calendar-link.made', personId))
  },
})

export function calendarEvent(name: string, personId: string): NewEvent {
  return { name, programmeId: null, class: 'restricted', subjectKind: 'person', subjectId: personId }
}
