import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { readBoard } from './board.ts'
import { detectorOf, detectors, indicatorOf } from './catalogue/catalogue.ts'
import { detectorSought } from './catalogue/search.ts'
import { viewObstacles } from './obstacle-view.ts'
import type { ProgrammeReader } from './programme-reader.ts'
import { type Describers, type RowsAsked, rowsBehind } from './rows.ts'
import {
  conditionsRead,
  detectorsRead,
  evaluationAsked,
  evaluationById,
  organisationNames,
  shownEvaluation,
} from './store/read-evaluation.ts'
import { detectorWeeks, indicatorWeeks, weeksShown } from './store/read-history.ts'
import { clearedRows, obstacleById, obstacleMoves, openRows } from './store/read-obstacles.ts'
import { thresholdHistory } from './store/thresholds.ts'
import { windowAt } from './window.ts'

/** What the pages read with. */
export type Readers = { programmes: ProgrammeReader; describers: Describers }
export type RowsQuery = RowsAsked & { letter: string; weeks: number; evaluation: string }
type Asked<Q = unknown> = PageRequest<Q>

async function programmeAndEvaluation(tx: ReadTx, { programmes }: Readers, slug: string | undefined) {
  const programme = await programmes.bySlug(tx, slug ?? '')
  return programme && { programme, evaluation: await shownEvaluation(tx, programme.id) }
}

export async function loadIndicators(tx: ReadTx, readers: Readers, { params }: Asked) {
  const found = await programmeAndEvaluation(tx, readers, params.slug)
  return found && { ...found, board: found.evaluation && (await readBoard(tx, found.evaluation)) }
}

/** The evaluation asked for by its id, else the one that the pages show; `chosen` tells them apart. */
async function programmeAndChosen(tx: ReadTx, readers: Readers, { params, query }: Asked<RowsQuery>) {
  const found = await programmeAndEvaluation(tx, readers, params.slug)
  if (!found || query.evaluation === '' || query.evaluation === found.evaluation?.id) {
    return found && { ...found, chosen: false }
  }
  const evaluation = await evaluationById(tx, query.evaluation)
  return evaluation?.programmeId === found.programme.id ? { ...found, evaluation, chosen: true } : undefined
}

export async function loadIndicator(tx: ReadTx, readers: Readers, request: Asked<RowsQuery>) {
  const entry = indicatorOf(request.params.indicator ?? '')
  const found = entry && (await programmeAndChosen(tx, readers, request))
  if (!found) return undefined
  const { programme, evaluation } = found
  const board = evaluation && (await readBoard(tx, evaluation))
  const of = evaluation && { evaluationId: evaluation.id, subject: entry.id }
  const page = request.query.weeks
  return {
    ...found,
    item: board?.items.get(entry.id) ?? { entry, reading: undefined, trend: [] },
    window: evaluation && windowAt(evaluation.at, programme.evaluate_days ?? entry.windowDays),
    rows: of && (await rowsBehind(tx, readers.describers, of, { ...request.query, lang: request.lang })),
    history: { ...(await indicatorWeeks(tx, programme.id, entry.id, page)), page, size: weeksShown },
    thresholds: await thresholdHistory(tx, programme.id, entry.id),
  }
}

const clearedSize = 25

export async function loadObstacles(tx: ReadTx, readers: Readers, request: Asked<{ q: string; page: number }>) {
  const found = await programmeAndEvaluation(tx, readers, request.params.slug)
  if (!found) return undefined
  const { programme, evaluation } = found
  const { q, page } = request.query
  const sought = new Set(detectors.filter((one) => detectorSought(request.lang, q, one)).map((one) => one.id))
  const cleared = await clearedRows(tx, programme.id, { page, size: clearedSize, detectors: [...sought] })
  const open = (await openRows(tx, programme.id)).filter((one) => sought.has(one.detector))
  return {
    ...found,
    open: await viewObstacles(tx, open, evaluation),
    sought,
    cleared: { ...cleared, rows: await viewObstacles(tx, cleared.rows, evaluation), page, size: clearedSize },
    detectors: evaluation ? await detectorsRead(tx, evaluation.id) : new Map(),
    conditions: evaluation ? await conditionsRead(tx, evaluation.id) : new Map(),
  }
}

/** One obstacle of this programme, with the records behind the condition chosen (the strongest unless told). */
export async function loadObstacle(tx: ReadTx, readers: Readers, request: Asked<RowsQuery>) {
  const { slug, obstacle: id = '' } = request.params
  const found = isId(id) ? await programmeAndEvaluation(tx, readers, slug) : undefined
  const row = found && (await obstacleById(tx, id))
  if (!found || row?.programmeId !== found.programme.id) return undefined
  const [obstacle] = await viewObstacles(tx, [row], found.evaluation)
  const held = obstacle!.held.find((one) => one.letter === request.query.letter) ?? obstacle!.held[0]
  const of = held && { evaluationId: held.evaluationId, subject: `${row.detector}.${held.letter}` }
  const parties = [...new Set(obstacle!.held.flatMap((one) => one.parties))]
  return {
    ...found,
    obstacle: obstacle!,
    moves: await obstacleMoves(tx, id),
    parties: [...(await organisationNames(tx, parties)).values()].sort(),
    letter: held?.letter,
    rows: of && (await rowsBehind(tx, readers.describers, of, { ...request.query, lang: request.lang })),
  }
}

export async function loadDetector(tx: ReadTx, readers: Readers, request: Asked<RowsQuery>) {
  const entry = detectorOf(request.params.detector ?? '')
  const found = entry && (await programmeAndChosen(tx, readers, request))
  if (!found) return undefined
  const { programme, evaluation } = found
  const open = (await openRows(tx, programme.id)).filter((one) => one.detector === entry.id)
  const conditions = evaluation ? await conditionsRead(tx, evaluation.id) : new Map()
  const letter = conditions.has(`${entry.id}.${request.query.letter}`) ? request.query.letter : undefined
  const of = evaluation && letter ? { evaluationId: evaluation.id, subject: `${entry.id}.${letter}` } : undefined
  return {
    ...found,
    entry,
    reading: evaluation && (await detectorsRead(tx, evaluation.id)).get(entry.id),
    conditions,
    obstacle: (await viewObstacles(tx, open, evaluation))[0],
    weeks: await detectorWeeks(tx, programme.id, entry.id),
    letter,
    rows: of && (await rowsBehind(tx, readers.describers, of, { ...request.query, lang: request.lang })),
  }
}

export async function loadPreview(tx: ReadTx, readers: Readers, { params }: Asked) {
  const { slug = '', evaluation: id = '' } = params
  const programme = isId(id) ? await readers.programmes.bySlug(tx, slug) : undefined
  const evaluation = programme && (await evaluationById(tx, id))
  if (!programme || evaluation?.programmeId !== programme.id) return undefined
  return {
    programme,
    board: await readBoard(tx, evaluation),
    asked: await evaluationAsked(tx, id),
    detectors: await detectorsRead(tx, id),
    conditions: await conditionsRead(tx, id),
  }
}
