import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayMove } from '../meeting.ts'
import { changeMeeting } from '../store/write-meetings.ts'
import { by, type Done, lang, loadMeeting, meeting, reason, told } from './acting.ts'

export const cancelMeeting = operation({
  name: 'cancel-meeting',
  summary: both('Membatalkan rapat', 'Cancel a meeting'),
  input: z.strictObject({ meeting, lang, reason }),
  load: loadMeeting,
  policy: (actor, subject, _input, now) => mayMove(actor, subject, now),
  async change(tx, context) {
    const { input, subject } = context
    const cancelled = { kind: 'cancelled', reason: input.reason, lang: input.lang, heard: true } as const
    await changeMeeting(tx, by(context), subject, { state: 'cancelled' }, cancelled)
    const done: Done = { meeting: subject.id }
    return changed(done, told('meeting.cancelled', subject))
  },
})
