import pg from 'pg'

/** Fills a programme with tasks and their history, as the administrator, without the triggers that people's acts run. */
export async function crowd(adminUrl: string, slug: string, tasks: number, happeningsEach: number): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query(copyOfProgramme, [slug])
    const programme = rows[0].id as string
    await client.query(addParties, [programme])
    await client.query(addTasks, [programme, tasks])
    await client.query(addRoles, [programme])
    await client.query(addStates, [programme, Math.ceil(happeningsEach / 2)])
    await client.query(addMoves, [programme, Math.floor(happeningsEach / 4)])
    await client.query(addEvents, [programme, tasks * happeningsEach])
    await client.query('analyze')
    return programme
  } finally {
    await client.end()
  }
}

const copyOfProgramme = `insert into programmes (id, slug, name, owner_id, status, created_at, example)
  select gen_random_uuid(), $1, 'Program ukuran besar', owner_id, 'running', now() - interval '1 year', 'Data ukur'
  from programmes where slug = 'stunting' returning id`
const addParties = `insert into parties (programme_id, organisation_id, role, since, created_at)
  select $1, organisation_id, role, since, created_at from parties where programme_id = (select id from programmes where slug = 'stunting')`
const bodies = `(select array_agg(organisation_id) from parties where programme_id = $1 and role in ('lead', 'member'))`
const addTasks = `insert into tasks (id, programme_id, owner_id, kind, milestone_type, title, baseline_start, baseline_due, start_on, due_on,
    effort_amount, effort_unit, budget, weight, state, state_since, created_at)
  select gen_random_uuid(), $1, (${bodies})[1 + n % 10], case when n % 4 = 0 then 'activity' else 'milestone' end,
    case when n % 4 = 0 then null when n % 4 = 1 then 'delivery' when n % 4 = 2 then 'process-change' else 'report' end,
    'Tugas ' || n || ' ' || (array['posyandu', 'air minum', 'imunisasi', 'pengasuhan', 'gizi'])[1 + n % 5],
    current_date - 300 + n % 200, current_date - 120 + n % 240, current_date - 300 + n % 200, current_date - 110 + n % 250,
    5, 'person-day', 1000000 * (1 + n % 50), 1, 'in-progress', current_date - 100, now() - interval '300 days'
  from generate_series(1, $2::int) n`
const addRoles = `insert into task_roles (id, task_id, organisation_id, role, since, created_at)
  select gen_random_uuid(), t.id, r.organisation, r.role, current_date - 300, t.created_at from tasks t,
    lateral (values (t.owner_id, 'accountable'), (t.owner_id, 'responsible'),
      ((${bodies})[1 + (('x' || substr(md5(t.id::text), 1, 4))::bit(16)::int) % 10], 'consulted')) r(organisation, role)
  where t.programme_id = $1`
const addStates = `insert into task_state_changes (id, task_id, from_state, to_state, code, waiting_on, because, changed_on, created_at)
  select gen_random_uuid(), t.id, case when n % 2 = 0 then 'waiting' else 'in-progress' end,
    case when n % 2 = 0 then 'in-progress' else 'waiting' end, case when n % 2 = 0 then null else 'other-agency' end,
    case when n % 2 = 0 then null else (${bodies})[1 + n % 10] end, 'Menunggu', current_date - 280 + n * 3, now() - interval '1 day' * (280 - n * 3)
  from tasks t, generate_series(1, $2::int) n where t.programme_id = $1`
const addMoves = `insert into task_moves (id, task_id, from_due, to_due, reason, code, requested_by, moved_on, created_at)
  select gen_random_uuid(), t.id, t.due_on, t.due_on + 5, 'Mundur', 'other-agency', t.owner_id, current_date - 90 + n * 5, now() - interval '80 days'
  from tasks t, generate_series(1, $2::int) n where t.programme_id = $1`
const addEvents = `insert into events (id, name, programme_id, class, subject_kind, subject_id, at)
  select gen_random_uuid(), 'task.moved', $1, 'public', 'task', gen_random_uuid(), now() - interval '1 second' * n
  from generate_series(1, $2::int) n`
