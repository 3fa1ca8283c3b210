import type { ReadTx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'
import type { DescribedRow, RowDescriber } from './signal.ts'
import { type RowReference, rowReferences } from './store/read-rows.ts'

export type Describers = ReadonlyMap<string, RowDescriber>

export type ShownRow = DescribedRow & { counted: boolean; weight: number | null; note: Text | null; of: Text }
export type RowsAsked = { q: string; counted: '' | 'yes' | 'no'; page: number }

/** One page of the records behind a number, as far as this viewer may see them. */
export type RowPage = {
  rows: ShownRow[]
  /** Those that match, over all pages. */
  total: number
  /** Behind the number in all, and those that are counted in it. */
  all: number
  counted: number
  /** Records of this part that the viewer may not see. */
  hidden: number
  page: number
  size: number
}

const size = 25
const most = 5_000

export async function rowsBehind(
  tx: ReadTx,
  describers: Describers,
  of: { evaluationId: string; subject: string },
  asked: RowsAsked & { lang: Lang },
): Promise<RowPage> {
  const references = await rowReferences(tx, of.evaluationId, of.subject)
  const part = references.filter((one) => asked.counted === '' || one.counted === (asked.counted === 'yes'))
  const seen = await described(tx, describers, part)
  const found = asked.q ? seen.filter((row) => matches(row, asked.q, asked.lang)) : seen
  const last = Math.max(1, Math.ceil(found.length / size))
  const page = Math.min(Math.max(asked.page, 1), last)
  return {
    rows: found.slice((page - 1) * size, page * size),
    total: found.length,
    all: references.length,
    counted: references.filter((one) => one.counted).length,
    hidden: part.length - seen.length,
    page,
    size,
  }
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

/** Every word asked for occurs in the title, a fact or the note. */
function matches(row: ShownRow, q: string, lang: Lang): boolean {
  const text = [row.title, ...row.facts.map((fact) => fact(lang)), row.note?.(lang) ?? ''].join(' ').toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
