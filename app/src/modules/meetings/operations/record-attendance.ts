import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { type Manner, type Meeting, manners, mayRecord } from '../meeting.ts'
import { type Attendance, addAttendances, attendanceOf, type NewAttendance, seatedFor } from '../store/attendance.ts'
import { changeMeeting } from '../store/write-meetings.ts'
import { localOf } from '../zone.ts'
import { by, type Done, lang, loadMeeting, meeting, told, wrong } from './acting.ts'

const line = new RegExp(`^[0-9a-f-]{36}=(${manners.join('|')})$`)

/** How each party took part; with it the meeting was held. Said again, it corrects what was said before. */
export const recordAttendance = operation({
  name: 'record-attendance',
  summary: both('Mencatat kehadiran rapat', 'Record who attended a meeting'),
  input: z.strictObject({
    meeting,
    lang,
    /** "party=manner", one a party. */
    attendance: z.array(z.string().regex(line)).max(100),
  }),
  load: loadMeeting,
  policy: (actor, subject, _input, now) => mayRecord(actor, subject, now),
  async change(tx, context) {
    const { input, subject } = context
    const said = new Map(input.attendance.map((one) => [one.slice(0, 36), one.slice(37) as Manner]))
    const { day } = localOf(subject.starts_at, subject.zone)
    const parties = new Set((await partiesOn(tx, subject.programme_id, day)).map((party) => party.organisationId))
    if (said.size < input.attendance.length || [...said.keys()].some((id) => !parties.has(id)))
      return refused(wrong('attendance', 'notAParty'))
    if (subject.required_ids.some((id) => parties.has(id) && !said.has(id)))
      return refused(wrong('attendance', 'requiredMissing'))
    const rows = await rowsOf(tx, subject, day, said)
    await addAttendances(tx, by(context), subject.id, rows)
    const done: Done = { meeting: subject.id }
    const present = rows.filter(({ manner }) => !manner.startsWith('absent')).length
    const attendances = rows.map(({ organisation_id, manner }) => `${organisation_id} ${manner}`)
    const recorded = told('meeting.attendance-recorded', subject, { parties: rows.length, present, attendances })
    if (subject.state === 'held') return changed(done, recorded)
    await changeMeeting(tx, by(context), subject, { state: 'held' }, { kind: 'held', lang: input.lang })
    return changed(done, told('meeting.held', subject), recorded)
  },
})

/** Who came is kept from the party's own answer where it fits; a delegate stands for the head. */
async function rowsOf(tx: Tx, subject: Meeting, day: string, said: Map<string, Manner>): Promise<NewAttendance[]> {
  const answers = new Map((await attendanceOf(tx, [subject.id])).map((one) => [one.organisation_id, one]))
  const seated = await seatedFor(tx, subject.programme_id, day)
  const headOf = (party: string) =>
    seated.find((one) => one.organisation_id === party && one.role === 'head')?.person_id ?? null
  return [...said].map(([organisation_id, manner]) => {
    const head = headOf(organisation_id)
    const delegated = manner === 'delegate' || manner === 'delegate-decides'
    return {
      organisation_id,
      manner,
      person_id: personOf(answers.get(organisation_id), manner) ?? (inPerson(manner) && subject.heads ? head : null),
      delegate_of: delegated ? head : null,
    }
  })
}

function personOf(answer: Attendance | undefined, manner: Manner): string | null {
  return answer?.manner === manner ? answer.person_id : null
}

function inPerson(manner: Manner): boolean {
  return manner === 'in-person' || manner === 'online'
}
