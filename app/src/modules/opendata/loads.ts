import type { ReadTx } from '#kernel/database.ts'
import type { Dataset, DatasetFrequency } from '#kernel/dataset.ts'
import type { Lang } from '#kernel/reason.ts'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { readOpenly } from './dataset-file.ts'
import { licence } from './licence.ts'
import { dataPaths } from './paths.ts'
import { lastChange, type OpenProgramme, openProgrammes } from './store/rows.ts'

export type ListedDataset = {
  key: string
  title: string
  description: string
  frequency: DatasetFrequency
  licence: string
  csv: string
  datapackage: string
}

export type DatasetList = { q: string; datasets: ListedDataset[] }

export function loadDatasets(datasets: Dataset[], q: string, lang: Lang): DatasetList {
  const sought = q.toLowerCase().split(/\s+/).filter(Boolean)
  const found = datasets.filter((dataset) => {
    const text = wordsOf(dataset, lang).join(' ').toLowerCase()
    return sought.every((word) => text.includes(word))
  })
  return { q, datasets: found.map((dataset) => listed(dataset, lang)) }
}

function wordsOf({ key, title, description, keywords, columns }: Dataset, lang: Lang): string[] {
  return [key, title(lang), description(lang), keywords(lang), ...columns.flatMap((one) => [one.name, one.title(lang)])]
}

function listed({ key, title, description, frequency }: Dataset, lang: Lang): ListedDataset {
  return {
    key,
    title: title(lang),
    description: description(lang),
    frequency,
    licence: licence.name,
    csv: dataPaths.csv(key),
    datapackage: dataPaths.datapackage(key),
  }
}

export type ShownColumn = {
  name: string
  title: string
  description: string | null
  type: Dataset['columns'][number]['type']
  required: boolean
  values: string[]
  names: { key: string; title: string } | null
}

export type DatasetShown = ListedDataset & {
  /** The day of the newest event on its records. */
  changed: string | null
  columns: ShownColumn[]
  programmes: OpenProgramme[]
}

/** What the page says is what the file holds, so it is read as a visitor too. */
export async function loadDataset(
  site: Site,
  tx: ReadTx,
  datasets: Dataset[],
  { params, actor, lang, now }: PageRequest<object>,
): Promise<DatasetShown | undefined> {
  const dataset = datasets.find((one) => one.key === params.dataset)
  if (!dataset) return undefined
  const load = async (open: ReadTx) => {
    const [changed, programmes] = await Promise.all([lastChange(open, dataset.kinds), openProgrammes(open, datasets)])
    return { changed: changed ?? null, programmes }
  }
  const read = actor.kind === 'visitor' ? await load(tx) : await readOpenly(site.deps.db, now, load)
  return { ...listed(dataset, lang), ...read, columns: dataset.columns.map((column) => shown(column, datasets, lang)) }
}

function shown(column: Dataset['columns'][number], datasets: Dataset[], lang: Lang): ShownColumn {
  const { name, title, description, type, required, values = [], names } = column
  const other = datasets.find((one) => one.key === names)
  return {
    name,
    title: title(lang),
    description: description?.(lang) ?? null,
    type,
    required: required === true,
    values: [...values],
    names: other ? { key: other.key, title: other.title(lang) } : null,
  }
}
