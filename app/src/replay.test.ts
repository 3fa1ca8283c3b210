import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyDatabase } from '#modules/transparency/public.ts'
import { replayLog } from '#modules/transparency/replaying/replay-log.ts'
import { testLog } from '#modules/transparency/testing/log.ts'
import { exampleDatabase, exampleNow } from '#world/testing/example.ts'
import { reportReplay } from './cli/verbs/log-verify.ts'
import { replays } from './replays.ts'

const db = await exampleDatabase()
const { place, start } = await testLog(db, () => exampleNow)
const signed = async () => {
  await db.admin.pool.query('select mufakat.number_events(1000000)')
  const signer = start()
  await signer.idle()
  await signer.stop()
}
await signed()
const verified = () => verifyDatabase(place, replays)
const replayed = async () => (await verified()).replayed

/** What somebody does who has the role that owns the tables: no trigger, no policy and no event stands in the way. */
async function asOwner(table: string, statement: string): Promise<{ id: string }[]> {
  const client = await db.admin.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role mufakat_owner')
    await client.query(`alter table ${table} disable trigger user`)
    const { rows } = await client.query(statement)
    await client.query(`alter table ${table} enable trigger user`)
    await client.query('commit')
    return rows
  } finally {
    client.release()
  }
}

const found = async () =>
  (await replayed()).differences.map(({ kind, id, field, log, table }) => ({ kind, id, field, log, table }))
const one = async (query: string) => (await db.admin.pool.query(query)).rows[0]

test('a year of the example world is rebuilt from the log as the tables have it', async () => {
  const whole = await verified()
  const { records, facts, differences, untold, noEntry } = whole.replayed
  assert.deepEqual(differences, [])
  assert.ok(records > 200 && facts > 2_000, `${records} ${facts}`)
  assert.equal(untold['task: read from a file'], 66)
  assert.ok(noEntry.some(({ table, rows }) => table === 'class_changes' && rows > 0))
  const shared = await replayLog(place, whole.checkpoint.size, replays, 100)
  assert.deepEqual(shared, whole.replayed, 'a share of the records at a time')
  reportReplay({ words: [], options: { json: true } }, whole)
})

test('every indicator and condition that is to be covered says by which records it is', () => {
  const served = new Set(replays.flatMap(({ serves }) => serves))
  const wanted =
    'F1 F2 F3 F4 F5 T1 T2 T3 T4 A4|D1 a|D1 b|D1 c|D1 d|D1 e|D2 a|D2 b|D2 c|D2 d|D3 b|D3 c|D3 d|D4 c|D4 e|S2|D12 d'
  for (const one of wanted.replace(/ (?=[FTA])/g, '|').split('|')) assert.ok(served.has(one), one)
})

/** Somebody with SQL changes a record; what the log then says of it, in which field. */
const forgeries = {
  'the first date of a milestone': {
    table: 'tasks',
    pick: `select t.id as row, t.id, 'task' as kind, 'firstDue' as field from tasks t where t.kind = 'milestone' and t.class = 'public'
      and t.baseline_due is not null and exists (select from events e where e.subject_id = t.id and e.name = 'task.planned')`,
    change: (row: string) => `update tasks set baseline_due = baseline_due + 30 where id = '${row}'`,
  },
  'the state of a task': {
    table: 'tasks',
    pick: `select t.id as row, t.id, 'task' as kind, 'state' as field from tasks t where t.class = 'public' and t.state = 'in-progress'
      and exists (select from events e where e.subject_id = t.id and e.name = 'task.planned')`,
    change: (row: string) => `update tasks set state = 'open' where id = '${row}'`,
  },
  'the day on which a task was done': {
    table: 'task_state_changes',
    pick: `select c.id as row, t.id, 'task' as kind, 'states' as field from task_state_changes c join tasks t on t.id = c.task_id
      where t.class = 'public' and c.to_state = 'done' and exists (select from events e where e.subject_id = t.id and e.name = 'task.planned')`,
    change: (row: string) => `update task_state_changes set changed_on = changed_on - 20 where id = '${row}'`,
  },
  'who asked for a later date': {
    table: 'task_moves',
    pick: `select m.id as row, t.id, 'task' as kind, 'moves' as field from task_moves m join tasks t on t.id = m.task_id
      where t.class = 'public' and exists (select from events e where e.subject_id = t.id and e.name = 'task.planned')`,
    change: (row: string) => `delete from task_moves where id = '${row}'`,
  },
  'the outcome of a decision': {
    table: 'decision_outcomes',
    pick: `select o.id as row, o.decision_id as id, 'decision' as kind, 'result' as field from decision_outcomes o
      join decision_publications using (decision_id) join decisions d on d.id = o.decision_id where o.result = 'adopted' and d.class = 'public'`,
    change: (row: string) => `update decision_outcomes set result = 'rejected' where id = '${row}'`,
  },
  'a ballot of a published decision': {
    table: 'ballots',
    pick: `select b.id as row, b.decision_id as id, 'decision' as kind, 'ballots' as field from ballots b
      join decision_publications using (decision_id) join decisions d on d.id = b.decision_id where b.answer = 'yes' and d.class = 'public'`,
    change: (row: string) => `update ballots set answer = 'no' where id = '${row}'`,
  },
  'an attendance': {
    table: 'meeting_attendances',
    pick: `select a.id as row, a.meeting_id as id, 'meeting' as kind, 'attendances' as field from meeting_attendances a
      join meetings m on m.id = a.meeting_id where m.state = 'held' and m.class = 'public'`,
    change: (row: string) => `delete from meeting_attendances where id = '${row}'`,
  },
  'what came of a matter': {
    table: 'agenda_results',
    pick: `select r.id as row, r.meeting_id as id, 'meeting' as kind, 'results' as field from agenda_results r
      join meetings m on m.id = r.meeting_id where r.class = 'public' and m.class = 'public' and r.result = 'carried'`,
    change: (row: string) => `update agenda_results set result = 'settled' where id = '${row}'`,
  },
  'the assessment of a commitment': {
    table: 'commitment_assessments',
    pick: `select a.id as row, a.commitment_id as id, 'commitment' as kind, 'assessments' as field from commitment_assessments a
      join commitments c on c.id = a.commitment_id where c.class = 'public' and a.outcome <> 'complete'`,
    change: (row: string) => `update commitment_assessments set outcome = 'complete' where id = '${row}'`,
  },
  'what a measure showed': {
    table: 'observations',
    pick: `select b.id as row, m.objective_id as id, 'objective' as kind, 'observations' as field from observations b
      join measures m on m.id = b.measure_id where exists (select from events e where e.subject_id = m.objective_id and e.name = 'measure.observed')`,
    change: (row: string) => `update observations set value = value + 5 where id = '${row}'`,
  },
  'the day of an answer to a request': {
    table: 'information_request_steps',
    pick: `select s.id as row, s.request_id as id, 'information request' as kind, 'steps' as field from information_request_steps s where s.kind = 'answered'`,
    change: (row: string) => `update information_request_steps set happened_on = happened_on - 9 where id = '${row}'`,
  },
  'the day on which interests were declared': {
    table: 'interest_declarations',
    pick: `select d.id as row, d.id, 'interest declaration' as kind, 'declaredOn' as field from interest_declarations d`,
    change: (row: string) => `update interest_declarations set declared_on = declared_on + 300 where id = '${row}'`,
  },
  'the first plan of a budget line': {
    table: 'budget_lines',
    pick: `select l.id as row, l.id, 'budget-line' as kind, 'planned' as field from budget_lines l where l.class = 'public'`,
    change: (row: string) => `update budget_lines set planned = planned + 1 where id = '${row}'`,
  },
  'money that was spent': {
    table: 'budget_realisations',
    pick: `select r.id as row, r.line_id as id, 'budget-line' as kind, 'realisations' as field from budget_realisations r`,
    change: (row: string) => `update budget_realisations set amount = amount - 1 where id = '${row}'`,
  },
  'the supplier of a contract': {
    table: 'contracts',
    pick: `select c.id as row, c.id, 'contract' as kind, 'supplier' as field from contracts c where c.class = 'public'`,
    change: (row: string) => `update contracts set supplier_id = requester_id where id = '${row}'`,
  },
  'the ground of a classification': {
    table: 'classifications',
    pick: `select c.id as row, c.id, 'classification' as kind, 'ground' as field from classifications c where not c.hides_existence and c.ground <> '17a'`,
    change: (row: string) => `update classifications set ground = '17a', other_law = null where id = '${row}'`,
  },
  'the last day of a seat': {
    table: 'seats',
    pick: `select s.id as row, s.id, 'seat' as kind, 'lastDay' as field from seats s where s.last_day is null
      and exists (select from events e where e.subject_id = s.id)`,
    change: (row: string) => `update seats set last_day = '2027-06-30' where id = '${row}'`,
  },
  'the role of a party': {
    table: 'party_changes',
    pick: `select c.id as row, c.programme_id as id, 'parties of a programme' as kind, 'parties' as field from party_changes c
      where c.to_role = 'member' and exists (select from events e where e.subject_id = c.programme_id and e.name = 'programme.created')`,
    change: (row: string) => `update party_changes set to_role = 'observer' where id = '${row}'`,
  },
  'a cell that a charter requires': {
    table: 'required_cells',
    pick: `select c.id as row, c.charter_id as id, 'charter' as kind, 'cells' as field from required_cells c
      where exists (select from events e where e.subject_id = c.charter_id and e.name = 'charter.entered-into-force')`,
    change: (row: string) => `delete from required_cells where id = '${row}'`,
  },
  'since when a role is required': {
    table: 'required_roles',
    pick: `select r.id as row, r.programme_id as id, 'required roles of a programme' as kind, 'roles' as field from required_roles r
      where exists (select from events e where e.programme_id = r.programme_id and e.name = 'charter.entered-into-force')`,
    change: (row: string) => `update required_roles set since = since + 200 where id = '${row}'`,
  },
  'the hours that an agency gives': {
    table: 'capacities',
    pick: `select c.id as row, c.programme_id as id, 'capacities of a programme' as kind, 'capacities' as field from capacities c`,
    change: (row: string) => `update capacities set hours = hours * 2 where id = '${row}'`,
  },
}

test('what SQL changes in any table that indicators read is found and named, and nothing else', async () => {
  const expected: string[] = []
  for (const [what, { table, pick, change }] of Object.entries(forgeries)) {
    const picked = await one(`${pick} order by 1 limit 1`)
    assert.ok(picked, `the example has nothing to forge: ${what}`)
    await asOwner(table, change(picked.row))
    expected.push(`${picked.kind} ${picked.id} ${picked.field}`)
  }
  const told = await verified()
  const { differences, differing } = told.replayed
  const named = differences.map(({ kind, id, field }) => `${kind} ${id} ${field}`)
  assert.deepEqual(named.toSorted(), expected.toSorted())
  assert.equal(differing, expected.length)
  const milestone = differences.find(({ field }) => field === 'firstDue')!
  assert.throws(
    () => reportReplay({ words: [], options: {} }, told),
    new RegExp(
      `NOT VERIFIED: .* ${expected.length} places[^]*task ${milestone.id}, firstDue: the log says ${milestone.log}`,
    ),
  )
})

test('a record that SQL deletes, or puts in, is named too', async () => {
  const gone = await one(
    `select id from agenda_items i where class = 'public' and not exists (select from agenda_results r where r.item_id = i.id)`,
  )
  await asOwner('agenda_places', `delete from agenda_places where item_id = '${gone.id}'`)
  await asOwner('agenda_items', `delete from agenda_items where id = '${gone.id}'`)
  const id = '01900000-0000-7000-8000-00000000f001'
  await asOwner(
    'commitments',
    `insert into commitments (id, programme_id, owner_id, lang, title, first_due, outcome, created_at)
      select '${id}', programme_id, owner_id, 'id', 'Janji palsu', '2026-10-01', 'complete', now() from commitments order by id limit 1`,
  )
  const differences = await found()
  const whole = differences.filter(({ field }) => field === undefined)
  assert.deepEqual(whole, [
    { kind: 'commitment', id, field: undefined, log: 'nothing of it', table: 'a record' },
    { kind: 'agenda item', id: gone.id, field: undefined, log: 'a record', table: 'none' },
  ])
})
