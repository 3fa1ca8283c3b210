import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayMove } from '../meeting.ts'
import { changeMeeting } from '../store/write-meetings.ts'
import { instantOf, minuteOf } from '../zone.ts'
import { by, clock, type Done, day, lang, loadMeeting, meeting, reason, told, wrong } from './acting.ts'

export const moveMeeting = operation({
  name: 'move-meeting',
  summary: both('Memindahkan rapat ke waktu atau tempat lain', 'Move a meeting to another time or place'),
  input: z.strictObject({ meeting, lang, day, clock, place: z.string().trim().max(300).optional(), reason }),
  load: loadMeeting,
  policy: (actor, subject, _input, now) => mayMove(actor, subject, now),
  async change(tx, context) {
    const { input, subject, now } = context
    const starts_at = instantOf(input.day, minuteOf(input.clock), subject.zone)
    const place = input.place || subject.place
    if (starts_at <= now) return refused(wrong('day', 'inThePast'))
    if (starts_at.getTime() === subject.starts_at.getTime() && place === subject.place)
      return refused(wrong('day', 'nothingMoved'))
    const moved = { kind: 'moved', reason: input.reason, lang: input.lang, to: starts_at, heard: true } as const
    await changeMeeting(tx, by(context), subject, { starts_at, place }, moved)
    const done: Done = { meeting: subject.id }
    const payload = { from: subject.starts_at.toISOString(), to: starts_at.toISOString() }
    return changed(done, told('meeting.moved', subject, payload))
  },
})
