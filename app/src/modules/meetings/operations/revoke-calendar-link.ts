import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { because } from '../meeting.ts'
import { revokeCalendarLinks } from '../store/calendar-links.ts'
import { calendarEvent } from './make-calendar-link.ts'

export const revokeCalendarLink = operation({
  name: 'revoke-calendar-link',
  summary: both('Mencabut alamat kalender pribadi', 'Revokes the address of one’s own calendar'),
  input: z.strictObject({ personId: z.uuid() }),
  load: async (_tx, { personId }) => ({ personId }),
  policy: (actor) => onlySignInJob(actor),
  async change(tx, { input: { personId }, now }) {
    if (!(await revokeCalendarLinks(tx, personId, now))) return refusedBecause(because('no-calendar'))
    return changed(null, calendarEvent('calendar-link.revoked', personId))
  },
})
