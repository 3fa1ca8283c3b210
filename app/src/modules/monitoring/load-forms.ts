import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { conditionOf, indicatorOf } from './catalogue/catalogue.ts'
import { measuredEffect } from './measured-effect.ts'
import { viewObstacles } from './obstacle-view.ts'
import type { ThresholdSubject } from './pages/threshold-form.tsx'
import type { ProgrammeReader } from './programme-reader.ts'
import { mitigationById } from './store/mitigations.ts'
import { shownEvaluation } from './store/read-evaluation.ts'
import { obstacleById } from './store/read-obstacles.ts'
import { thresholdsFor } from './store/thresholds.ts'
import { conditionThreshold, indicatorThreshold } from './threshold.ts'

/** What the forms show. */
export async function loadProgramme(tx: ReadTx, programmes: ProgrammeReader, { params }: PageRequest) {
  const programme = await programmes.bySlug(tx, params.slug ?? '')
  return programme && { programme }
}

export async function loadForProposal(tx: ReadTx, programmes: ProgrammeReader, { params }: PageRequest) {
  return obstacleIn(tx, programmes, params.slug ?? '', params.obstacle ?? '')
}

async function obstacleIn(tx: ReadTx, programmes: ProgrammeReader, slug: string, obstacleId: string) {
  const programme = isId(obstacleId) ? await programmes.bySlug(tx, slug) : undefined
  const row = programme && (await obstacleById(tx, obstacleId))
  if (!programme || row?.programmeId !== programme.id) return undefined
  const [obstacle] = await viewObstacles(tx, [row], await shownEvaluation(tx, programme.id))
  return { programme, obstacle: obstacle! }
}

export async function loadMitigation(tx: ReadTx, programmes: ProgrammeReader, { params, query, today }: PageRequest) {
  const { slug = '', mitigation: id = '' } = params
  const row = isId(id) ? await mitigationById(tx, id) : undefined
  const found = row && (await obstacleIn(tx, programmes, slug, row.obstacle_id))
  if (!found) return undefined
  const { programme, obstacle } = found
  const parties = await programmes.partiesOn(tx, programme.id, today)
  const party = parties.find((one) => one.organisationId === query.organisation)
  const seated = await programmes.seatedOn(tx, programme.id, today)
  return {
    ...found,
    mitigation: obstacle.mitigations.find((one) => one.id === id)!,
    parties,
    /** The party asked for by the address, and who holds its seats. */
    party,
    seated: seated.filter((one) => one.organisationId === party?.organisationId),
    effect: row.state === 'adopted' ? await measuredEffect(tx, row, today) : ('no-evaluation' as const),
  }
}

/** The threshold in force today of an indicator ('F2') or a condition ('D1.a'). */
export async function loadThreshold(tx: ReadTx, programmes: ProgrammeReader, { params, today }: PageRequest) {
  const { slug = '', subject = '' } = params
  const programme = await programmes.bySlug(tx, slug)
  if (!programme) return undefined
  const rows = await thresholdsFor(tx, programme.id)
  const indicator = indicatorOf(subject)
  if (indicator) {
    const now = indicatorThreshold(indicator, rows, today)
    const of: ThresholdSubject = { kind: 'indicator', entry: indicator, ...now }
    return { programme, subject, of }
  }
  const found = conditionOf(subject)
  if (!found) return undefined
  const now = conditionThreshold(found.detector.id, found.condition, rows, today)
  const of: ThresholdSubject = { kind: 'condition', detector: found.detector, entry: found.condition, ...now }
  return { programme, subject, of }
}
