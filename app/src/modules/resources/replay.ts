import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { type Fact, factIn, line, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!
const told = (event: ToldEvent, ...names: string[]): Record<string, Fact | undefined> =>
  Object.fromEntries(names.map((name) => [name, factIn(event.payload, name)]))

/** One line of the facts that the event carries, under each of these names. */
function adds(lists: Record<string, string[]>) {
  return (event: ToldEvent): Said => {
    const lines = Object.entries(lists).map(([list, names]) => {
      const facts = names.map((name) => factIn(event.payload, name))
      return [list, facts.includes(undefined) ? undefined : [line(...facts)]] as const
    })
    return { id: subject(event), lines: Object.fromEntries(lines) }
  }
}

/** Budget lines with their first plan and everything that was spent. */
export const budgetLineReplay: Replay = {
  kind: 'budget-line',
  table: 'budget_lines',
  serves: ['S2'],
  tells: {
    'budget-line.planned': (event) => ({
      id: subject(event),
      begins: true,
      values: { ...told(event, 'source', 'year', 'planned'), owner: event.owner },
    }),
    'budget-line.revised': adds({ revisions: ['from', 'to'] }),
    'budget-line.realised': adds({ realisations: ['realisation', 'on', 'amount'] }),
    'budget-line.corrected': adds({
      realisations: ['realisation', 'on', 'to'],
      corrections: ['realisation', 'corrects'],
    }),
  },
  standing: readLines,
}

async function readLines(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select l.id, l.programme_id as programme,
      jsonb_build_object('source', l.source_id, 'year', l.fiscal_year, 'planned', l.planned, 'owner', l.owner_id) as values,
      jsonb_build_object(
        'revisions', array(select concat_ws(' ', v.from_amount, v.amount) from budget_revisions v where v.line_id = l.id),
        'realisations', array(select concat_ws(' ', r.id, r.spent_on, r.amount) from budget_realisations r where r.line_id = l.id),
        'corrections', array(select concat_ws(' ', r.id, r.corrects_id) from budget_realisations r
          where r.line_id = l.id and r.corrects_id is not null)) as lines
    from budget_lines l where l.id > ${after} order by l.id limit ${most}`.execute(tx)
  return rows
}

/** Contracts as they were signed, with what they are worth now and whether they were annulled. */
export const contractReplay: Replay = {
  kind: 'contract',
  table: 'contracts',
  serves: ['D12 d'],
  tells: {
    'contract.recorded': (event) => ({
      id: subject(event),
      begins: true,
      values: {
        ...told(event, 'line', 'requester', 'supplier', 'method', 'bids', 'value', 'signedOn'),
        presentValue: factIn(event.payload, 'value'),
        annulledOn: null,
        owner: event.owner,
      },
    }),
    'contract.amended': (event) => ({ id: subject(event), values: { presentValue: factIn(event.payload, 'to') } }),
    'contract.annulled': (event) => ({ id: subject(event), values: { annulledOn: event.day } }),
  },
  standing: readContracts,
}

async function readContracts(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.id, c.programme_id as programme, '{}'::jsonb as lines,
      jsonb_build_object('line', c.line_id, 'requester', c.requester_id, 'supplier', c.supplier_id, 'method', c.method,
        'bids', c.bids, 'value', c.value, 'signedOn', c.signed_on, 'presentValue', c.present_value,
        'annulledOn', c.annulled_on, 'owner', c.owner_id) as values
    from contracts c where c.id > ${after} order by c.id limit ${most}`.execute(tx)
  return rows
}
