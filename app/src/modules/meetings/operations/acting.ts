import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Meeting } from '../meeting.ts'
import { lockMeeting } from '../store/meetings.ts'
import type { By } from '../store/write-meetings.ts'
import { words } from '../words.ts'
import { clockPattern } from '../zone.ts'

/** What the operations of this module have in common. */
export const slug = z.string().max(80)
export const meeting = z.uuid()
export const lang = z.enum(['id', 'en']).default('id')
export const reason = z.string().trim().min(1).max(1000)
export const day = z.iso.date()
export const clock = z.string().trim().regex(clockPattern)

export function wrong(field: string, code: keyof (typeof words)['id']['problem']): Problem {
  return problem(field, code, (l) => words[l].problem[code])
}

export function loadMeeting(tx: Tx, input: { meeting: string }) {
  return lockMeeting(tx, input.meeting)
}

export function by({ actor, now, today }: { actor: Actor; now: Date; today: string }): By {
  return { actor, now, today }
}

type Told = Pick<Meeting, 'id' | 'programme_id' | 'owner_id' | 'class'>

export function told(name: string, of: Told, payload: JsonObject = {}, version?: number): NewEvent {
  return {
    name,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: of.class,
    subjectKind: 'meeting',
    subjectId: of.id,
    subjectVersion: version,
    payload,
  }
}

export type Done = { meeting: string }
