import type { Tx } from '#kernel/database.ts'
import { lockMeeting } from '../store/meetings.ts'
import { minutesOf } from '../store/minutes.ts'

/** A meeting with its minutes; their number is the version that a form was filled in against. */
export async function loadMinutes(tx: Tx, input: { meeting: string }) {
  const meeting = await lockMeeting(tx, input.meeting)
  if (!meeting) return undefined
  const versions = await minutesOf(tx, meeting.id)
  const [newest] = versions
  const confirmed = versions.find((one) => one.status === 'confirmed')
  return { id: meeting.id, version: newest?.number ?? 0, meeting, newest, confirmed }
}
