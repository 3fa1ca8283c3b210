import type { ReadTx } from '#kernel/database.ts'
import type { ExchangeKeys } from '#modules/programmes/exchange/part.ts'
import type { ExchangeObjective, ExchangeWords, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import { linksIn, measuresOf, observationsOf, readAllObjectives } from './store/read.ts'

type Measures = Awaited<ReturnType<typeof measuresOf>>
type Observations = Awaited<ReturnType<typeof observationsOf>>

/** What this module puts into the exchange file; unknown facts stay absent. */
export async function exportObjectives(
  tx: ReadTx,
  programmeId: string,
  keys: ExchangeKeys,
): Promise<Partial<ProgrammeExchange>> {
  const objectives = (await readAllObjectives(tx, programmeId)).filter(
    (one) => one.class === 'public' || one.class === 'members',
  )
  const ids = objectives.map((one) => one.id)
  const measures = await measuresOf(tx, ids, '9999-12-31')
  const observations = await observationsOf(
    tx,
    measures.map((measure) => measure.id),
  )
  const links = (await linksIn(tx, programmeId)).filter(
    (link) => ids.includes(link.from_id) && ids.includes(link.to_id),
  )
  const titled = (id: string) => keys.key('objectives', id, objectives.find((one) => one.id === id)?.title)
  return {
    objectives: objectives.map(
      (one): ExchangeObjective => ({
        key: titled(one.id),
        code: one.code ?? undefined,
        names: wordsOf(one.lang, one.title, one.title_en),
        category: keys.extra('objectives', one.id)?.category as ExchangeWords | undefined,
        summary: one.summary ? wordsOf(one.lang, one.summary, one.summary_en) : undefined,
        owner: one.scope === 'agency' ? keys.key('organisations', one.owner_id, one.owner) : undefined,
        parent: one.parent_id && ids.includes(one.parent_id) ? titled(one.parent_id) : undefined,
        weight: one.weight === 1 ? undefined : one.weight,
        measures: exportMeasures(
          measures.filter((measure) => measure.objective_id === one.id),
          observations,
          keys,
        ),
        links: orAbsent(
          links
            .filter((link) => link.from_id === one.id)
            .map((link) => {
              const to = titled(link.to_id)
              keys.keep('objective-links', `${titled(one.id)}.${link.kind}.${to}`, link.id)
              return { kind: link.kind, to, note: link.because ? wordsOf(link.lang, link.because, null) : undefined }
            }),
        ),
        class: one.class === 'members' ? 'members' : undefined,
      }),
    ),
  }
}

function exportMeasures(
  measures: Measures,
  observations: Observations,
  keys: ExchangeKeys,
): ExchangeObjective['measures'] {
  return orAbsent(
    measures.map((measure) => ({
      key: keys.key('measures', measure.id, measure.name),
      names: wordsOf(measure.lang, measure.name, measure.name_en),
      unit: measure.unit ?? undefined,
      baseline: measure.baseline ?? undefined,
      target: measure.target ?? undefined,
      owner: measure.has_owner ? keys.key('organisations', measure.owner_id, measure.owner) : undefined,
      weight: measure.weight === 1 ? undefined : measure.weight,
      observations: orAbsent(
        observations
          .filter((one) => one.measure_id === measure.id)
          .reverse()
          .map((one) => ({
            date: one.observed_on,
            value: one.value,
            note: one.note ? wordsOf(measure.lang, one.note, null) : undefined,
          })),
      ),
    })),
  )
}

function wordsOf(lang: string, text: string, english: string | null): ExchangeWords {
  return lang === 'en' ? { en: text } : { id: text, ...(english ? { en: english } : {}) }
}

function orAbsent<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}
