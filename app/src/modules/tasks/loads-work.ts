import { z } from 'zod'
import { readCalendar } from '#kernel/calendar/stored.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type ProgrammeHead, programmeById } from '#modules/programmes/public.ts'
import { namesOf } from './store/organisations.ts'
import { readTasks } from './store/read-task.ts'
import { deskOf, openOffers, type WorkCounts, type WorkRow, workCounts, workRows } from './store/work.ts'
import type { Names, Task } from './task.ts'
import { type Waiting, waited, waitingLimit } from './waiting.ts'
import { mondayOf, type WorkTab, workTabs } from './work.ts'

export const workQuery = z.object({
  /** '': the first that has something in it. */
  tab: z.enum(['', ...workTabs]).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type WorkQuery = z.output<typeof workQuery>

export type WorkItem = {
  row: WorkRow
  task: Task
  programme: ProgrammeHead
  waiting?: Waiting
  offer?: { task_id: string; from_id: string; to_id: string; why: string | null; lang: string; offered_on: string }
}

export type WorkData = {
  tab: WorkTab
  page: number
  counts: WorkCounts
  items: WorkItem[]
  /** Offers to this person's agencies, shown beside every tab but their own. */
  offers: WorkItem[]
  /** Waits for others that are beyond the charter's limit, on this page. */
  beyond: number
  names: Names
  example: string | null
}

export async function loadWork(
  tx: ReadTx,
  { query, actor, today }: PageRequest<WorkQuery>,
): Promise<WorkData | undefined> {
  if (actor.kind !== 'person') return undefined
  const desk = deskOf(actor)
  const monday = mondayOf(today)
  const counts = await workCounts(tx, desk, monday)
  const tab = query.tab || (workTabs.find((one) => counts[one] > 0) ?? workTabs[0])
  const rows = await workRows(tx, desk, tab, monday, query.page)
  const handed = tab === 'handed' ? [] : await workRows(tx, desk, 'handed', monday, 1)
  const items = await itemsOf(tx, rows, today)
  const offers = await itemsOf(tx, handed.slice(0, 5), today)
  const all = [...items, ...offers]
  const names = await namesOf(
    tx,
    all.flatMap(({ row, offer }) => [row.owner_id, row.waiting_on, offer?.from_id]),
  )
  const beyond = items.filter(({ waiting }) => waiting && waiting.days > waiting.limit).length
  const example = all.find(({ programme }) => programme.example)?.programme.example ?? null
  return { tab, page: query.page, counts, items, offers, beyond, names, example }
}

async function itemsOf(tx: ReadTx, rows: WorkRow[], today: string): Promise<WorkItem[]> {
  const ids = rows.map((row) => row.id)
  const tasks = await readTasks(tx, ids)
  const offers = await openOffers(tx, ids)
  const calendar = await readCalendar(tx)
  const programmes = new Map<string, { head: ProgrammeHead; limit: number }>()
  for (const id of new Set(rows.map((row) => row.programme_id))) {
    const head = await programmeById(tx, id)
    if (head) programmes.set(id, { head, limit: await waitingLimit(tx, id) })
  }
  return rows.flatMap((row) => {
    const task = tasks.get(row.id)
    const programme = programmes.get(row.programme_id)
    if (!task || !programme) return []
    const since = row.state === 'waiting' ? row.state_since : null
    return {
      row,
      task,
      programme: programme.head,
      waiting: since ? { days: waited(calendar, since, today), limit: programme.limit } : undefined,
      offer: offers.find((one) => one.task_id === row.id),
    }
  })
}
