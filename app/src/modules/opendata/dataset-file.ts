import { createHash } from 'node:crypto'
import { visitor } from '#kernel/access.ts'
import { type Database, type ReadTx, readAs } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'
import { versionIn } from '#kernel/web/page-store.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { csvLine, guarded } from './csv.ts'
import { type DatasetRow, datasetRows } from './store/rows.ts'

/** Everything here is read as a visitor, whoever asks, so that nothing of members' can be in it. */
export function readOpenly<T>(db: Database, now: Date, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return readAs(db, visitor, now, work)
}

/**
 * What distinguishes one state of a file from another: how many events there are, of the installation or of one
 * programme and the installation itself, and how the file is declared. Undefined: no such programme for anyone.
 */
export async function fileTag(tx: ReadTx, shape: unknown, programme?: string): Promise<string | undefined> {
  const found = programme === undefined ? undefined : await programmeBySlug(tx, programme)
  if (programme !== undefined && !found) return undefined
  const version = await versionIn(tx, found ? [found.id] : 'everything')
  const declared = createHash('sha256').update(JSON.stringify(shape)).digest('base64url').slice(0, 12)
  return `W/"${declared}-${version}"`
}

/** How a dataset is declared, as far as its file depends on it. */
export function shapeOf({ key, columns, query }: Dataset): unknown {
  return [key, columns.map(({ name, type }) => `${name} ${type}`), query.toOperationNode()]
}

/** A dataset as CSV, a batch of lines at a time; the first is the header. */
export async function* csvOf(
  tx: ReadTx,
  dataset: Dataset,
  programme?: string,
  /** Told how many rows each batch has. */
  count: (rows: number) => void = () => {},
): AsyncGenerator<string> {
  yield csvLine(dataset.columns.map(({ name }) => name))
  for await (const rows of datasetRows(tx, dataset, programme)) {
    count(rows.length)
    yield rows.map((row) => lineOf(dataset, row)).join('')
  }
}

function lineOf({ columns }: Dataset, row: DatasetRow): string {
  return csvLine(
    columns.map(({ name, type }) => {
      const value = row[name] ?? null
      return type === 'string' && value !== null ? guarded(value) : value
    }),
  )
}
