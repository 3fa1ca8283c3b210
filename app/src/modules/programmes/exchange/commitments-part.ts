import { addDays, addMonths } from '#kernel/calendar.ts'
import type { Tx } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import type { ExchangeTarget, ProgrammeExchange } from '../exchange-format.ts'
import { addAssessment, addReport } from '../store/commitments.ts'
import { putCommitment } from '../store/imported.ts'
import type { ImportIds } from './ids.ts'
import { importJob } from './job.ts'
import { type ExchangePart, ImportRefused } from './part.ts'
import { made } from './programme-part.ts'
import { canonical, columnsOf } from './words.ts'
import { writeCommitments } from './write-commitments.ts'

type Promised = NonNullable<ProgrammeExchange['commitments']>[number]

export const commitmentsPart: ExchangePart = {
  name: 'commitments',
  async read(tx, file, ids) {
    for (const commitment of file.commitments ?? []) await readCommitment(tx, commitment, ids as ImportIds)
  },
  write: writeCommitments,
}

async function readCommitment(tx: Tx, commitment: Promised, ids: ImportIds): Promise<void> {
  const { key } = commitment
  const known = ids.known('commitments', key)
  const fate = ids.fate('commitments', key, commitment)
  const id = known ?? ids.newId()
  if (fate !== 'unchanged') {
    const before = ids.extra('commitments', key) as Promised | undefined
    if (before && canonical(before.firstDue) !== canonical(commitment.firstDue)) {
      throw new ImportRefused(`commitments.${key}.firstDue`, 'differs from the first import; first dates never change')
    }
    const version = await putCommitment(tx, known !== undefined, { id, ...columns(commitment, ids), ...made(ids) })
    const assessed = commitment.outcome && canonical(before?.outcome) !== canonical(commitment.outcome)
    if (assessed) await assess(tx, id, commitment, ids)
    await report(tx, id, commitment, before, ids)
    const row = {
      id,
      version,
      ownerId: ids.id('organisations', commitment.party),
      assessed: assessed !== undefined && assessed,
    }
    await tell(tx, row, commitment, ids)
  }
  await ids.keep('commitments', key, id, fate, commitment)
}

function columns(commitment: Promised, ids: ImportIds) {
  const { own, en, lang } = columnsOf(commitment.names)
  const { firstDue, currentDue = firstDue, quantity, money, outcome } = commitment
  return {
    programme_id: ids.programmeId,
    owner_id: ids.id('organisations', commitment.party),
    class: commitment.class ?? 'public',
    lang,
    title: own,
    title_en: en,
    amount: quantity?.amount ?? null,
    unit: quantity?.unit ?? null,
    money: money?.amount ?? null,
    currency: money?.currency ?? null,
    first_due: dayOf(firstDue),
    first_target: targetColumn(firstDue),
    current_due: dayOf(currentDue),
    current_target: targetColumn(currentDue),
    outcome: outcome?.status ?? null,
    outcome_on: outcome ? (outcome.date ?? ids.today) : null,
  }
}

/** The last day on which a target can be met; null where it names none. */
export function dayOf(target: ExchangeTarget | undefined): string | null {
  if (target?.kind === 'date') return target.date
  if (target?.kind === 'month') return addDays(addMonths(`${target.month}-01`, 1), -1)
  return null
}

/** A plain day needs no more than its column. */
function targetColumn(target: ExchangeTarget | undefined): string | null {
  if (!target || (target.kind === 'date' && target.raw === undefined)) return null
  return JSON.stringify(target)
}

async function assess(tx: Tx, commitmentId: string, { outcome }: Promised, ids: ImportIds): Promise<void> {
  if (!outcome) return
  const judged = { commitment_id: commitmentId, outcome: outcome.status, reason: null, lang: 'id' as const }
  const origin = { id: ids.newId(), assessor_id: null, raw: outcome.raw ?? null, on_day: outcome.date ?? ids.today }
  await addAssessment(tx, { ...judged, ...origin, ...made(ids) })
}

/** Evidence of the file that an earlier import did not have. */
async function report(tx: Tx, commitmentId: string, from: Promised, before: Promised | undefined, ids: ImportIds) {
  const had = new Set((before?.evidence ?? []).map(canonical))
  for (const one of from.evidence ?? []) {
    if (had.has(canonical(one))) continue
    const { own: text, lang } = columnsOf(one.names)
    const evidence = { text, lang, url: one.url ?? null, document_id: null, amount: null }
    const row = { id: ids.newId(), commitment_id: commitmentId, ...evidence }
    await addReport(tx, { ...row, on_day: one.date ?? ids.today, ...made(ids) })
  }
}

async function tell(
  tx: Tx,
  row: { id: string; version: number; ownerId: string; assessed: boolean },
  from: Promised,
  ids: ImportIds,
): Promise<void> {
  const { first_due, current_due, outcome, outcome_on } = columns(from, ids)
  await appendEvent(tx, importJob, ids.now, {
    name: 'commitment.imported',
    programmeId: ids.programmeId,
    ownerId: row.ownerId,
    class: from.class ?? 'public',
    subjectKind: 'commitment',
    subjectId: row.id,
    subjectVersion: row.version,
    payload: {
      firstDue: first_due,
      due: current_due,
      outcome,
      on: outcome_on,
      assessed: row.assessed,
      notAssessed: null,
    },
  })
}
