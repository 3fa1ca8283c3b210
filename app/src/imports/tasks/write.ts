import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { Importing, Met, Written } from '../request.ts'
import { createTasks } from './create.ts'
import { type Note, taskFacts } from './facts.ts'
import { settlePlaces } from './places.ts'
import { reviewTask } from './review.ts'
import { standingTasks } from './store.ts'

/** Makes a task of every row not met before; of the others only what the file says differently is changed. */
export async function writeTasks(
  importing: Importing,
  fresh: readonly TableRecord[],
  met: readonly Met[],
): Promise<Written[]> {
  const { asOf, home, map } = importing
  const reading = { map, asOf }
  const noteOf = ({ line }: TableRecord): Note => {
    return (code, detail) => importing.remark({ code, line, detail })
  }
  const planned = fresh.map((record) => ({ record, facts: taskFacts(record.values, reading, noteOf(record)) }))
  const looked = met.map(({ record, before }) => ({
    record,
    before,
    was: taskFacts(before.read, reading, () => {}),
    facts: taskFacts(record.values, reading, noteOf(record)),
  }))
  const places = await settlePlaces(
    importing,
    [...planned, ...looked].map(({ facts }) => facts),
  )
  const written = await createTasks(importing, places, planned)
  const standing = met.length > 0 ? await standingTasks(importing.tx, home.id) : new Map()
  for (const { record, before, was, facts } of looked) {
    const task = standing.get(before.recordId)
    if (task) written.push(await reviewTask(importing, places, { record, was, facts, standing: task }))
    else {
      importing.remark({ code: 'record-closed', line: record.line, detail: facts.title })
      written.push({ record, id: before.recordId, fate: 'unchanged' })
    }
  }
  return written
}
