import { actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Cells, Passage } from '../redaction.ts'

export type RedactionRow = {
  id: string
  programme_id: string
  classification_id: string
  title: string
  lang: 'id' | 'en'
  passages: Passage[] | null
  cells: Cells | null
  /** As far as the reader is told: the instant or the day. */
  created_at: string
}

const columns = ['id', 'programme_id', 'classification_id', 'title', 'lang', 'passages', 'cells'] as const
const madeAt = actTime('redactions.created_at').as('created_at')

export async function redactionsOf(tx: ReadTx, classificationId: string): Promise<RedactionRow[]> {
  const rows = await tx
    .selectFrom('redactions')
    .select([...columns, madeAt])
    .where('classification_id', '=', classificationId)
    .orderBy('redactions.created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as unknown as RedactionRow[]
}

export async function readRedaction(tx: ReadTx, id: string): Promise<RedactionRow | undefined> {
  const row = await tx
    .selectFrom('redactions')
    .select([...columns, madeAt])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as unknown as RedactionRow | undefined
}

/** Texts that stood on a day, for who looks for what was overlooked in them. */
export async function textsPublished(tx: ReadTx, programmeId: string, until: Date): Promise<RedactionRow[]> {
  const rows = await tx
    .selectFrom('redactions')
    .select([...columns, madeAt])
    .where('programme_id', '=', programmeId)
    .where('passages', 'is not', null)
    .where('created_at', '<', until)
    .execute()
  return rows as unknown as RedactionRow[]
}

/** Tables that stood on a day, for who looks for cells that should not be there. */
export async function tablesPublished(tx: ReadTx, programmeId: string, until: Date): Promise<RedactionRow[]> {
  const rows = await tx
    .selectFrom('redactions')
    .select([...columns, madeAt])
    .where('programme_id', '=', programmeId)
    .where('cells', 'is not', null)
    .where('created_at', '<', until)
    .execute()
  return rows as unknown as RedactionRow[]
}

type NewRedaction = {
  programme_id: string
  owner_id: string
  classification_id: string
  title: string
  lang: string
  passages: Passage[] | null
  cells: Cells | null
}

export async function addRedaction(tx: Tx, by: { personId: string; now: Date }, one: NewRedaction): Promise<string> {
  const id = newId(by.now)
  const { passages, cells, ...rest } = one
  await tx
    .insertInto('redactions')
    .values({
      id,
      ...rest,
      passages: passages && JSON.stringify(passages),
      cells: cells && JSON.stringify(cells),
      created_at: by.now,
      created_by: by.personId,
    })
    .execute()
  return id
}

export async function redactionsNamed(tx: ReadTx, ids: string[]): Promise<(RedactionRow & { slug: string })[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('redactions')
    .innerJoin('programmes', 'programmes.id', 'redactions.programme_id')
    .select(['redactions.id', 'redactions.programme_id', 'redactions.classification_id', 'redactions.title'])
    .select(['redactions.lang', 'redactions.passages', 'redactions.cells', madeAt, 'programmes.slug'])
    .where('redactions.id', 'in', ids)
    .execute()
  return rows as unknown as (RedactionRow & { slug: string })[]
}
