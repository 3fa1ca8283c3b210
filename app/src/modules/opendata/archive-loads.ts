import type { ReadTx } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'
import type { Lang } from '#kernel/reason.ts'
import { archivePageSize } from './archive/limits.ts'
import { dataPaths } from './paths.ts'
import { type Archive, type ArchiveState, listArchives } from './store/archives.ts'
import { type OpenProgramme, openProgrammes } from './store/rows.ts'

export type ShownArchive = Pick<
  Archive,
  'id' | 'datasets' | 'datasets_done' | 'row_count' | 'size' | 'sha256' | 'taken_on' | 'kept_until' | 'asked_on'
> & {
  state: ArchiveState
  programme: { slug: string; name: string; lang: string } | null
  /** Where the file is, while it is offered. */
  file: string | null
}
export type ArchiveList = { page: number; total: number; rows: ShownArchive[] }
export type ArchiveForm = { programmes: OpenProgramme[] }

export async function loadArchives(tx: ReadTx, page: number, lang: Lang): Promise<ArchiveList> {
  const { rows, total } = await listArchives(tx, page, archivePageSize)
  return { page, total, rows: rows.map((row) => shownArchive(row, lang)) }
}

function shownArchive(row: Archive, lang: Lang): ShownArchive {
  const { id, state, datasets, datasets_done, row_count, size, sha256, taken_on, kept_until, asked_on } = row
  const { slug, programme, programme_en, programme_lang } = row
  const named =
    lang === 'en' && programme_en ? { name: programme_en, lang } : { name: programme!, lang: programme_lang! }
  const file = state === 'ready' ? dataPaths.archiveFile(id) : null
  const facts = { id, state, datasets, datasets_done, row_count, size, sha256, taken_on, kept_until, asked_on }
  return { ...facts, programme: slug === null ? null : { slug, ...named }, file }
}

export async function loadArchiveForm(tx: ReadTx, datasets: Dataset[]): Promise<ArchiveForm> {
  return { programmes: await openProgrammes(tx, datasets) }
}
