import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayMove } from '../meeting.ts'
import { changeMeeting } from '../store/write-meetings.ts'
import { by, type Done, lang, loadMeeting, meeting, told } from './acting.ts'

/** To everyone with a seat; sent again, calendars take it as the newer state of the same entry. */
export const sendInvitations = operation({
  name: 'send-invitations',
  summary: both('Mengirim undangan rapat', 'Send the invitations to a meeting'),
  input: z.strictObject({ meeting, lang }),
  load: loadMeeting,
  policy: (actor, subject, _input, now) => mayMove(actor, subject, now),
  async change(tx, context) {
    const { input, subject, now } = context
    const invited = { kind: 'invited', lang: input.lang, heard: subject.invited_at !== null } as const
    await changeMeeting(tx, by(context), subject, { invited_at: now }, invited)
    const done: Done = { meeting: subject.id }
    return changed(done, told('meeting.invited', subject))
  },
})
