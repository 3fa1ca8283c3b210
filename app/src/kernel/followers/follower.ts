import type { JobActor, JobClass } from '../access.ts'
import type { Tx } from '../database.ts'
import type { NumberedEvent } from '../event.ts'

/** What happens after events are committed and numbered: mail, projections, feeds. */
export type Follower = {
  /** Lower-case words with hyphens; never renamed, because the cursor is kept under it. */
  name: string
  /** The classes of events and records it may see. */
  classes: readonly JobClass[]
  /** Names of the events it handles; without it, all that it may see. */
  wants?: readonly string[]
  /**
   * Handles one event in the transaction that also moves the cursor, so whatever it writes there happens exactly once.
   * When it throws, its writes are undone and it is called again later, after younger events.
   */
  follow(tx: Tx, event: NumberedEvent): Promise<void>
}

export function actorOf(follower: Follower): JobActor {
  return { kind: 'job', job: follower.name, classes: follower.classes }
}
