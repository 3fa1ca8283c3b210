import { addDays } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Dataset, DatasetFrequency } from '#kernel/dataset.ts'
import type { Evaluation, Measure, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { idFrom } from './id-from.ts'
import { licence } from './licence.ts'
import { dataPaths } from './paths.ts'
import { holdsRows, newestUpdate, toldBefore } from './store/rows.ts'
import { words } from './words.ts'

/** Days within which an update is promised; what is read from the records when asked for is never late. */
const promised: Record<DatasetFrequency, number | undefined> = { continual: undefined, weekly: 7, quarterly: 92 }

/**
 * T5 machine-readable: of the datasets that hold public rows of the programme on the day, those with an open format,
 * a licence, a schema, and an update within the declared frequency.
 */
export function openDataSignals(datasets: Dataset[]): Signals {
  const ofProgrammes = datasets.filter((dataset) => !dataset.inProgramme)
  const machineReadable: Measure = {
    indicator: 'T5',
    async measure(tx, evaluation) {
      const programme = await programmeById(tx, evaluation.programmeId)
      const rows: Row[] = []
      for (const dataset of programme ? ofProgrammes : []) {
        const published = await isPublished(tx, dataset, evaluation, programme!.slug)
        if (published) rows.push(await rowOf(tx, dataset, evaluation, programme!.slug))
      }
      const because = (lang: 'id' | 'en') => words[lang].signals.none
      return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows, because }
    },
  }
  return { measures: [machineReadable], conditions: [] }
}

/** Something of its kind was told by then; that it still holds a public row keeps what was withdrawn out. */
async function isPublished(tx: ReadTx, dataset: Dataset, { programmeId, at }: Evaluation, slug: string) {
  return (await toldBefore(tx, programmeId, dataset.kinds, at)) && (await holdsRows(tx, dataset, slug))
}

async function rowOf(tx: ReadTx, dataset: Dataset, { at }: Evaluation, slug: string): Promise<Row> {
  const days = promised[dataset.frequency]
  const row = { kind: 'dataset', id: datasetId(dataset.key) }
  if (days === undefined) return { ...row, counted: isDescribed(dataset) }
  const updated = await newestUpdate(tx, dataset, slug, at)
  const late = updated === null || updated < addDays(at, -days)
  return { ...row, counted: !late && isDescribed(dataset), ...(late ? { note: 'late' } : {}) }
}

/** Every file is CSV under the one licence; without columns and a key there is no schema to read it by. */
function isDescribed({ columns, primaryKey }: Dataset): boolean {
  return columns.length > 0 && primaryKey.length > 0
}

/** Evaluations keep rows by UUID; a dataset's is made from its key. */
const datasetId = (key: string) => idFrom(`dataset ${key}`)

/** The datasets behind T5, each with its page. */
export function datasetRowsOf(datasets: Dataset[]): RowDescriber {
  const byId = new Map(datasets.map((dataset) => [datasetId(dataset.key), dataset]))
  return {
    kind: 'dataset',
    name: (lang) => words[lang].found.toLowerCase(),
    notes: { late: (lang) => words[lang].signals.late },
    async describe(_tx, ids) {
      const found = ids.flatMap((id) => {
        const dataset = byId.get(id)
        return dataset ? [[id, dataset] as const] : []
      })
      return new Map(
        found.map(([id, { key, title, frequency }]) => [
          id,
          {
            title: title('id'),
            lang: 'id' as const,
            url: dataPaths.dataset(key),
            facts: [(lang: 'id' | 'en') => words[lang].frequencies[frequency], () => `CSV, ${licence.name}`],
            record: 'open' as const,
          },
        ]),
      )
    },
  }
}
