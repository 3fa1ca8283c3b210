import type { ReadTx } from '#kernel/database.ts'
import type { Outcome } from '../commitment.ts'
import type { ExchangeTarget, ProgrammeExchange } from '../exchange-format.ts'
import { exportedCommitments } from '../store/exported.ts'
import type { ExchangeKeys } from './part.ts'
import { canonical, said, wordsOrThrow } from './words.ts'

type Promised = NonNullable<ProgrammeExchange['commitments']>[number]
type Row = Awaited<ReturnType<typeof exportedCommitments>>[number]

export async function writeCommitments(
  tx: ReadTx,
  programmeId: string,
  keys: ExchangeKeys,
): Promise<Partial<ProgrammeExchange>> {
  const rows = await exportedCommitments(tx, programmeId)
  return { commitments: rows.map((row) => commitmentOf(row, keys)) }
}

function commitmentOf(row: Row, keys: ExchangeKeys): Promised {
  const before = (keys.extra('commitments', row.id) ?? {}) as Partial<Promised>
  const first = targetOf(row.first_target as ExchangeTarget | null, row.first_due)
  const current = targetOf(row.current_target as ExchangeTarget | null, row.current_due)
  return said({
    key: keys.key('commitments', row.id, row.title),
    party: keys.key('organisations', row.owner_id),
    names: wordsOrThrow(row.title, row.title_en, row.lang as 'id'),
    quantity: row.amount === null ? undefined : { amount: row.amount, unit: row.unit ?? '–' },
    money: row.money === null ? undefined : { amount: row.money, currency: row.currency ?? 'IDR' },
    firstDue: first,
    currentDue: canonical(first) === canonical(current) && !before.currentDue ? undefined : current,
    objectives: before.objectives,
    tasks: before.tasks,
    outcome: outcomeOf(row, before.outcome),
    evidence: evidenceOf(row, before.evidence ?? []),
    class: row.class === 'members' ? ('members' as const) : before.class,
  })
}

function targetOf(target: ExchangeTarget | null, due: string | null): ExchangeTarget | undefined {
  return target ?? (due ? { kind: 'date', date: due } : undefined)
}

function outcomeOf(row: Row, before: Promised['outcome']): Promised['outcome'] {
  if (!row.outcome) return undefined
  if (before?.status === row.outcome) return before
  return said({ status: row.outcome as Outcome, date: row.outcome_on ?? undefined })
}

/** What the file brought, then what was reported here. */
function evidenceOf(row: Row, before: NonNullable<Promised['evidence']>): Promised['evidence'] {
  const own = row.reports.slice(before.length).map((report) =>
    said({
      names: wordsOrThrow(report.text, null, report.lang as 'id'),
      url: report.url ?? undefined,
      date: report.on_day,
      by: undefined,
    }),
  )
  return [...before, ...own]
}
