import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { manners, mayAnswer } from '../meeting.ts'
import { addAttendances, seatedFor } from '../store/attendance.ts'
import { localOf } from '../zone.ts'
import { by, type Done, loadMeeting, meeting, told, wrong } from './acting.ts'

/** A party says before the meeting whether it comes, who, and for whom. */
export const answerInvitation = operation({
  name: 'answer-invitation',
  summary: both('Memberi kabar kehadiran', 'Answer an invitation'),
  input: z.strictObject({
    meeting,
    party: z.uuid(),
    manner: z.enum(manners).exclude(['absent']),
    person: z.uuid().optional(),
    delegateOf: z.uuid().optional(),
  }),
  load: loadMeeting,
  policy: (actor, subject, input, now) => mayAnswer(actor, subject, now, input.party),
  async change(tx, context) {
    const { input, subject } = context
    const { day } = localOf(subject.starts_at, subject.zone)
    const own = (await seatedFor(tx, subject.programme_id, day)).filter((one) => one.organisation_id === input.party)
    const known = (id: string | undefined) => id === undefined || own.some((one) => one.person_id === id)
    if (!known(input.person)) return refused(wrong('person', 'notSeated'))
    if (!known(input.delegateOf)) return refused(wrong('delegateOf', 'notSeated'))
    const delegated = input.manner === 'delegate' || input.manner === 'delegate-decides'
    if (delegated && !input.delegateOf) return refused(wrong('delegateOf', 'whoseDelegate'))
    const answer = {
      organisation_id: input.party,
      manner: input.manner,
      person_id: input.manner === 'absent-notice' ? null : (input.person ?? null),
      delegate_of: delegated ? (input.delegateOf ?? null) : null,
    }
    await addAttendances(tx, by(context), subject.id, [answer])
    const done: Done = { meeting: subject.id }
    return changed(done, told('meeting.answered', subject, { party: input.party, manner: input.manner }))
  },
})
