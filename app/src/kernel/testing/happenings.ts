import type { Actor, Class } from '../access.ts'
import { type Database, readAs, type Tx, writeAs } from '../database.ts'
import { appendEvent, type NewEvent } from '../event.ts'
import { newId } from '../ids.ts'
import type { Cast } from './cast.ts'

/** A point at which tests hold a transaction open until they let it go on. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { open, opened }
}

export function happening(cast: Cast, changes: Partial<NewEvent> = {}): NewEvent {
  return {
    name: 'task.closed',
    programmeId: cast.programmeId,
    ownerId: cast.organisations.owner.id,
    class: 'public' as Class,
    subjectKind: 'task',
    subjectId: newId(cast.now),
    ...changes,
  }
}

/** Appends events in one transaction; `before` the commit the test may hold it. Returns their ids. */
export function happen(
  db: Database,
  cast: Cast,
  events: Partial<NewEvent>[] = [{}],
  { actor = cast.actors.officer as Actor, before }: { actor?: Actor; before?: (tx: Tx) => Promise<void> } = {},
): Promise<string[]> {
  return writeAs(db, actor, cast.now, async (tx) => {
    const ids: string[] = []
    for (const event of events) ids.push(await appendEvent(tx, actor, cast.now, happening(cast, event)))
    await before?.(tx)
    return ids
  })
}

/** Event ids in the order of their numbers; asserts nothing. */
export async function numbered(db: Database, now: Date): Promise<{ number: number; event_id: string }[]> {
  const reader: Actor = { kind: 'job', job: 'numbers', classes: [] }
  return readAs(db, reader, now, (tx) =>
    tx.selectFrom('event_numbers').select(['number', 'event_id']).orderBy('number').execute(),
  )
}
