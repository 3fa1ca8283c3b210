import type { Class } from '#kernel/access.ts'
import type { NewEvent } from '#kernel/event.ts'
import type { JsonObject } from '#kernel/schema.ts'

type About = { id: string; owner_id: string; class: Class }

export function taskEvent(
  programmeId: string,
  verb: 'imported' | 'edited' | 'moved',
  task: About,
  version: number,
  payload: JsonObject,
): NewEvent {
  return {
    name: `task.${verb}`,
    programmeId,
    ownerId: task.owner_id,
    class: task.class,
    subjectKind: 'task',
    subjectId: task.id,
    subjectVersion: version,
    payload,
  }
}
