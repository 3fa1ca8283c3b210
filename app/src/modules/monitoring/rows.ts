import type { ReadTx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import type { DescribedRow, RowDescriber } from './signal.ts'
import { type RowReference, type RowsOf, rowCounts, rowReferences } from './store/read-rows.ts'

export type Describers = ReadonlyMap<string, RowDescriber>

export type ShownRow = DescribedRow & { counted: boolean; weight: number | null; note: Text | null; of: Text }
export const rowOrders = ['', 'record', 'weight', 'counted'] as const
export type RowsAsked = {
  q: string
  counted: '' | 'yes' | 'no'
  sort: (typeof rowOrders)[number]
  dir: 'asc' | 'desc'
  page: number
}

/** One page of the records behind a number, as far as this viewer may see them. */
export type RowPage = {
  rows: ShownRow[]
  /** Over all pages: every record of this part, or those that match the words looked for. */
  total: number
  /** Behind the number in all, and those that are counted in it. */
  all: number
  counted: number
  /** Records that the viewer may not see: on this page, or left out of the search. */
  hidden: number
  page: number
  size: number
}

const size = 25
const most = 5_000

export async function rowsBehind(
  tx: ReadTx,
  describers: Describers,
  of: RowsOf,
  asked: RowsAsked & { lang: Lang },
): Promise<RowPage> {
  const counts = await rowCounts(tx, of)
  const part =
    asked.counted === '' ? counts.all : asked.counted === 'yes' ? counts.counted : counts.all - counts.counted
  const counted = asked.counted === '' ? null : asked.counted === 'yes'
  // What is sought or sorted by its words has to be read before it can be cut into pages.
  if (asked.q || asked.sort) {
    const seen = await described(tx, describers, await rowReferences(tx, of, { counted, limit: null, offset: 0 }))
    const found = inOrder(
      seen.filter((row) => matches(row, asked.q, asked.lang)),
      asked,
    )
    const page = within(asked.page, found.length)
    const rows = found.slice((page - 1) * size, page * size)
    return { ...counts, rows, total: found.length, hidden: part - seen.length, page, size }
  }
  const page = within(asked.page, part)
  const references = await rowReferences(tx, of, { counted, limit: size, offset: (page - 1) * size })
  const rows = await described(tx, describers, references)
  return { ...counts, rows, total: part, hidden: references.length - rows.length, page, size }
}

function within(page: number, total: number): number {
  return Math.min(Math.max(page, 1), Math.max(1, Math.ceil(total / size)))
}

async function described(tx: ReadTx, describers: Describers, references: RowReference[]): Promise<ShownRow[]> {
  const facts = new Map<string, DescribedRow>()
  for (const [kind, own] of Map.groupBy(references, (one) => one.kind)) {
    const describer = describers.get(kind)
    if (!describer) throw new Error(`rows of kind "${kind}": no module describes them`)
    const ids = [...new Set(own.map((one) => one.id))]
    for (let start = 0; start < ids.length; start += most) {
      const described = await describer.describe(tx, ids.slice(start, start + most))
      for (const [id, row] of described) facts.set(`${kind} ${id}`, row)
    }
  }
  return references.flatMap(({ kind, id, counted, weight, note }) => {
    const row = facts.get(`${kind} ${id}`)
    const describer = describers.get(kind)!
    if (!row) return []
    return [{ ...row, counted, weight, note: note ? (describer.notes?.[note] ?? null) : null, of: describer.name }]
  })
}

function inOrder(rows: ShownRow[], { sort, dir }: RowsAsked): ShownRow[] {
  const turn = dir === 'asc' ? 1 : -1
  if (sort === 'record') return rows.sort((a, b) => turn * a.title.localeCompare(b.title, 'id', { numeric: true }))
  if (sort === 'weight') return rows.sort((a, b) => turn * ((a.weight ?? 0) - (b.weight ?? 0)))
  if (sort === 'counted') return rows.sort((a, b) => turn * (Number(a.counted) - Number(b.counted)))
  return rows
}

/** Every word asked for occurs in the title, a fact or the note. */
function matches(row: ShownRow, q: string, lang: Lang): boolean {
  const text = [row.title, ...row.facts.map((fact) => fact(lang)), row.note?.(lang) ?? ''].join(' ').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
