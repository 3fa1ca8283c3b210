import { type Actor, type Class, personOf, readIsRecorded } from '../access.ts'
import { writeAs } from '../database.ts'
import { appendEvents } from '../event.ts'
import type { Ctx, Site } from './request.ts'

type Shown = { id: string; class: Class; programmeId: string | null; ownerId: string | null }
const deepest = 10

/**
 * An auditor or information officer who opens a restricted or secret record leaves an event. What was loaded is what
 * is shown, so the loaded data are searched for such records; no page can forget it. Without the event, no page.
 */
export async function recordReads(site: Site, c: Ctx, data: unknown): Promise<void> {
  const { actor, now, requestId } = c.var
  if (!leavesTraces(actor)) return
  const read = closedRecordsIn(data).filter((record) =>
    readIsRecorded(actor, { ...record, programmeId: record.programmeId ?? '', ownerId: record.ownerId ?? '' }),
  )
  if (read.length === 0) return
  const events = read.map(({ id, class: recordClass, programmeId, ownerId }) => ({
    name: 'record.read',
    programmeId,
    ownerId,
    class: recordClass,
    subjectKind: 'record',
    subjectId: id,
  }))
  await writeAs(site.deps.db, actor, now, (tx) => appendEvents(tx, actor, now, events, requestId))
}

function leavesTraces(actor: Actor): boolean {
  if (actor.kind !== 'person' || personOf(actor) === null) return false
  return actor.roles.includes('information-officer') || actor.seats.some((seat) => seat.role === 'auditor')
}

/** Every object with an id and the class restricted or secret, each once; the programme may stand further out. */
export function closedRecordsIn(data: unknown): Shown[] {
  const found = new Map<string, Shown>()
  const walk = (value: unknown, programmeId: string | null, depth: number) => {
    if (depth > deepest || typeof value !== 'object' || value === null || value instanceof Date) return
    if (Array.isArray(value) || value instanceof Map || value instanceof Set) {
      for (const one of value instanceof Map ? value.values() : value) walk(one, programmeId, depth + 1)
      return
    }
    const row = value as Record<string, unknown>
    const within =
      idIn(row.programme_id) ?? idIn((row.programme as Record<string, unknown> | undefined)?.id) ?? programmeId
    const id = idIn(row.id)
    if (id && (row.class === 'restricted' || row.class === 'secret')) {
      found.set(id, { id, class: row.class, programmeId: within, ownerId: idIn(row.owner_id) })
    }
    for (const one of Object.values(row)) walk(one, within, depth + 1)
  }
  walk(data, null, 0)
  return [...found.values()]
}

function idIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
