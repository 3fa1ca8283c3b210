import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { type Fact, factIn, line, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!

/** What happened to a request, by the name of its event; some come with an outcome. */
const steps: Record<string, string> = {
  registered: '',
  extended: '',
  paused: '',
  resumed: '',
  handed: '',
  returned: '',
  forwarded: '',
  answered: 'outcome',
  withdrawn: '',
  objected: '',
  reconsidered: 'decision',
  disputed: '',
  'dispute-ended': 'outcome',
}

function received(event: ToldEvent): Said {
  const values = { receivedOn: event.day, firstDue: factIn(event.payload, 'dueOn') }
  return { id: subject(event), begins: true, values }
}

function step(kind: string, outcome: string) {
  return (event: ToldEvent): Said => {
    const of: Fact = outcome ? (factIn(event.payload, outcome) ?? null) : null
    return { id: subject(event), lines: { steps: [line(event.day, kind, of)] } }
  }
}

/** Information requests: the days and codes of what happened to each. Who asked and in which words is sealed. */
export const requestReplay: Replay = {
  kind: 'information request',
  table: 'information_requests',
  serves: ['T3'],
  tells: {
    'information-request.received': received,
    ...Object.fromEntries(
      Object.entries(steps).map(([kind, outcome]) => [`information-request.${kind}`, step(kind, outcome)]),
    ),
  },
  standing: readRequests,
}

async function readRequests(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select r.id, r.programme_id as programme, jsonb_build_object('receivedOn', r.received_on, 'firstDue', r.first_due_on) as values,
      jsonb_build_object('steps', array(select concat_ws(' ', s.happened_on, s.kind, coalesce(s.outcome, '-'))
        from information_request_steps s where s.request_id = r.id)) as lines
    from information_requests r where r.id > ${after} order by r.id limit ${most}`.execute(tx)
  return rows
}
