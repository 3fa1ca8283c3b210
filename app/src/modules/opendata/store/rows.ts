import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'

export type DatasetRow = Record<string, string | null>

const batch = 2_000

/** All rows of a dataset in the order of their key, a batch at a time: what is held is one batch, whatever the size. */
export async function* datasetRows(tx: ReadTx, dataset: Dataset, programme?: string): AsyncGenerator<DatasetRow[]> {
  const cursor = sql.ref(`rows_of_${dataset.key.replaceAll('-', '_')}`)
  await sql`declare ${cursor} no scroll cursor for ${rowsOf(dataset, programme)}`.execute(tx)
  for (;;) {
    const { rows } = await sql<DatasetRow>`fetch ${sql.lit(batch)} from ${cursor}`.execute(tx)
    if (rows.length > 0) yield rows
    if (rows.length < batch) break
  }
  await sql`close ${cursor}`.execute(tx)
}

/** Every value as PostgreSQL writes it, so that no number loses a digit on the way. */
function rowsOf(dataset: Dataset, programme?: string): RawBuilder<DatasetRow> {
  const columns = dataset.columns.map(({ name }) => sql`${sql.ref(`d.${name}`)}::text as ${sql.ref(name)}`)
  const order = dataset.primaryKey.map((name) => sql.ref(`d.${name}`))
  return sql`select ${sql.join(columns)} ${fromDataset(dataset, programme)} order by ${sql.join(order)}`
}

function fromDataset(dataset: Dataset, programme?: string) {
  if (programme === undefined) return sql`from (${dataset.query}) d`
  const belongs = dataset.inProgramme?.(programme) ?? sql`d.programme = ${programme}`
  return sql`from (${dataset.query}) d where ${belongs}`
}

export async function holdsRows(tx: ReadTx, dataset: Dataset, programme: string): Promise<boolean> {
  const { rows } = await sql`select 1 ${fromDataset(dataset, programme)} limit 1`.execute(tx)
  return rows.length > 0
}

/** The newest day up to `at` in a dataset's own column of updates. */
export async function newestUpdate(
  tx: ReadTx,
  dataset: Dataset,
  programme: string,
  at: string,
): Promise<string | null> {
  const column = sql.ref(`d.${dataset.updated!}`)
  const { rows } = await sql<{ day: string | null }>`
    select (max(${column}) filter (where ${column} <= ${at}))::text as day ${fromDataset(dataset, programme)}`.execute(
    tx,
  )
  return rows[0]!.day
}

/** Whether a public event on records of these kinds had happened in a programme by the end of a day. */
export async function toldBefore(tx: ReadTx, programmeId: string, kinds: string[], at: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events e where e.programme_id = ${programmeId} and e.class = 'public'
    and e.subject_kind = any (${kinds}::text[]) and (e.at at time zone 'Asia/Jakarta')::date <= ${at} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

/** The day of the newest public event on records of these kinds. */
export async function lastChange(tx: ReadTx, kinds: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    select to_char(max(latest.at) at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day from unnest(${kinds}::text[]) kind cross join lateral (
      select e.at from events e where e.subject_kind = kind and e.class = 'public' order by e.at desc limit 1) latest`.execute(
    tx,
  )
  return rows[0]?.day ?? undefined
}

export type OpenProgramme = { slug: string; name: string; name_en: string | null; example: boolean }

/** The programmes whose rows may be asked for alone. */
export async function openProgrammes(tx: ReadTx, datasets: Dataset[]): Promise<OpenProgramme[]> {
  const programmes = datasets.find((dataset) => dataset.key === 'programmes')
  if (!programmes) return []
  const { rows } = await sql<OpenProgramme>`
    select d.programme as slug, d.name, d.name_en, d.example ${fromDataset(programmes)} order by d.name, d.programme`.execute(
    tx,
  )
  return rows
}
