import { readCalendar } from '#kernel/calendar/stored.ts'
import type { ReadTx } from '#kernel/database.ts'
import { stoppedTasks, type TaskHead } from './store/heads.ts'
import { waited, waitingLimit } from './waiting.ts'

export type StuckTask = TaskHead & { class: string; days: number }

/** Tasks that wait or are blocked for more working days than the charter allows, the longest first. */
export async function stuckTasks(tx: ReadTx, programmeId: string, day: string): Promise<StuckTask[]> {
  const [tasks, calendar, limit] = await Promise.all([
    stoppedTasks(tx, programmeId),
    readCalendar(tx),
    waitingLimit(tx, programmeId),
  ])
  return tasks
    .map(({ state_since, ...task }) => ({ ...task, days: state_since ? waited(calendar, state_since, day) : 0 }))
    .filter((task) => task.days > limit)
    .sort((a, b) => b.days - a.days)
}
