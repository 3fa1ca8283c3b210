import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayPlan } from '../meeting.ts'
import { addLink, addMeeting, changeMeeting } from '../store/write-meetings.ts'
import { instantOf, minuteOf } from '../zone.ts'
import { by, type Done, told, wrong } from './acting.ts'
import { loadProgramme, plan, plannedAs, planProblems } from './plan-input.ts'

/** A single meeting: its invitations go out at once. */
export const planMeeting = operation({
  name: 'plan-meeting',
  summary: both('Menjadwalkan rapat', 'Plan a meeting'),
  input: z.strictObject(plan),
  load: loadProgramme,
  policy: (actor, programme) => mayPlan(actor, programme),
  async change(tx, context) {
    const { input, subject: programme, now } = context
    const starts_at = instantOf(input.day, minuteOf(input.clock), input.zone)
    if (starts_at <= now) return refused(wrong('day', 'inThePast'))
    const [first, ...more] = await planProblems(tx, input, programme.id)
    if (first) return refused(first, ...more)
    const meeting = { ...plannedAs(input, programme), starts_at }
    const id = await addMeeting(tx, by(context), { ...meeting, series_id: null })
    if (input.link) await addLink(tx, by(context), { ...meeting, meeting_id: id }, input.link)
    const invited = { kind: 'invited', lang: input.lang } as const
    await changeMeeting(tx, by(context), { id, starts_at }, { invited_at: now }, invited)
    const { heads, required_ids } = meeting
    const at = { startsAt: starts_at.toISOString(), heads, required: required_ids }
    const done: Done = { meeting: id }
    return changed(done, told('meeting.planned', { ...meeting, id }, at), told('meeting.invited', { ...meeting, id }))
  },
})
