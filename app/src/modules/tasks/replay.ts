import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, line, listIn, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'
import type { TaskState } from './task.ts'

const subject = (event: ToldEvent) => event.subject.id!

const contentNames = ['type', 'service', 'territory', 'effort', 'effortUnit', 'budget', 'weight']

function content({ payload }: ToldEvent): NonNullable<Said['values']> {
  const objectives = listIn(payload, 'objectives')
  return {
    ...Object.fromEntries(contentNames.map((name) => [name, factIn(payload, name)])),
    objectives: objectives?.toSorted().join(' '),
  }
}

/** One step of its life, as task_state_changes keeps it. */
function step(to: TaskState, of?: (event: ToldEvent) => { code?: unknown; waitingOn?: unknown }) {
  return (event: ToldEvent): Said => {
    const { code, waitingOn } = of?.(event) ?? {}
    return {
      id: subject(event),
      values: { state: to, doneOn: to === 'done' ? event.day : null },
      lines: { states: [line(event.day, to, code as string, waitingOn as string)] },
    }
  }
}

function planned(event: ToldEvent): Said {
  const { payload, day, owner } = event
  const roles = listIn(payload, 'roles')?.map((role) => line(role, 'from', day))
  const due = factIn(payload, 'due')
  const opened = step('open')(event)
  return {
    id: subject(event),
    begins: true,
    values: {
      ...opened.values,
      ...content(event),
      owner,
      kind: factIn(payload, 'kind'),
      firstDue: due,
      due,
      start: factIn(payload, 'start'),
    },
    lines: { ...opened.lines, roles },
  }
}

/** A table made it or told it anew: how it stands since then is the table's, and not told. */
function toldByTable(event: ToldEvent): Said {
  const values = ['kind', 'firstDue', 'due', 'start', 'state', 'doneOn', 'owner', ...contentNames]
  const lines = ['states', 'roles', 'moves']
  return {
    id: subject(event),
    values: Object.fromEntries(values.map((name) => [name, undefined])),
    lines: Object.fromEntries(lines.map((name) => [name, undefined])),
  }
}

function moved(event: ToldEvent): Said {
  const { payload, day } = event
  const [from, to, requestedBy] = ['from', 'to', 'requestedBy'].map((name) => factIn(payload, name))
  // A table names nobody who asked.
  if (!requestedBy) return toldByTable(event)
  return { id: subject(event), values: { due: to }, lines: { moves: [line(day, from, to, requestedBy)] } }
}

function edited(event: ToldEvent): Said {
  return 'state' in event.payload ? toldByTable(event) : { id: subject(event), values: content(event) }
}

function handedOver(event: ToldEvent): Said {
  const { payload, day, owner } = event
  const resumed = factIn(payload, 'resumed')
  const [added, ended] = [listIn(payload, 'roles'), listIn(payload, 'ended')]
  const roles = added &&
    ended && [...added.map((one) => line(one, 'from', day)), ...ended.map((one) => line(one, 'until', day))]
  return {
    id: subject(event),
    values: { owner, ...(resumed === false ? {} : { state: resumed ? 'in-progress' : undefined }) },
    lines: {
      handovers: [line(day, factIn(payload, 'from'), factIn(payload, 'to'))],
      states: resumed === undefined ? undefined : resumed ? [line(day, 'in-progress', null, null)] : [],
      roles,
    },
  }
}

function roleOf(event: ToldEvent, ends: boolean): Said {
  const { payload, day } = event
  const role = line(factIn(payload, 'agency'), factIn(payload, 'role'))
  const again = factIn(payload, 'again')
  const roles = [...(ends || again ? [line(role, 'until', day)] : []), ...(ends ? [] : [line(role, 'from', day)])]
  return { id: subject(event), lines: { roles: ends || again !== undefined ? roles : undefined } }
}

const tells: Replay['tells'] = {
  'task.planned': planned,
  'task.imported': (event) => ({ ...toldByTable(event), begins: true }),
  'task.edited': edited,
  'task.moved': moved,
  'task.started': step('in-progress'),
  'task.resumed': step('in-progress'),
  'task.reopened': step('in-progress'),
  'task.waited': step('waiting', ({ payload }) => ({ code: 'other-agency', waitingOn: payload.waitingOn })),
  'task.blocked': step('blocked', ({ payload }) => ({ code: payload.code })),
  'task.cancelled': step('cancelled', ({ payload }) => ({ code: payload.code })),
  'task.closed': step('done'),
  'task.evidenced': (event) => ({
    id: subject(event),
    lines: { evidence: [line(event.day, factIn(event.payload, 'evidence'))] },
  }),
  'task.handed-over': handedOver,
  'task.role-assigned': (event) => roleOf(event, false),
  'task.role-ended': (event) => roleOf(event, true),
}

/** Tasks and milestones: first dates, each move and state, who does what, weights, evidence. */
export const taskReplay: Replay = {
  kind: 'task',
  table: 'tasks',
  serves: ['F2', 'F3', 'F4', 'D1 a', 'D1 c', 'D1 d', 'D3 b', 'D3 d', 'D4 c', 'D4 e'],
  tells,
  standing: readTasks,
}

async function readTasks(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select t.id, t.programme_id as programme,
      jsonb_build_object('kind', t.kind, 'type', t.milestone_type, 'owner', t.owner_id, 'firstDue', t.baseline_due, 'due', t.due_on,
        'start', t.start_on, 'state', t.state, 'doneOn', t.done_on, 'service', t.service_id, 'territory', t.territory_code,
        'effort', t.effort_amount, 'effortUnit', t.effort_unit, 'budget', t.budget, 'weight', t.weight,
        'objectives', array_to_string(array(select o::text from unnest(t.objective_ids) o order by o::text collate "C"), ' ')) as values,
      jsonb_build_object(
        'states', array(select concat_ws(' ', c.changed_on, c.to_state, coalesce(c.code, '-'), coalesce(c.waiting_on::text, '-'))
          from task_state_changes c where c.task_id = t.id),
        'moves', array(select concat_ws(' ', coalesce(m.moved_on::text, '-'), coalesce(m.from_due::text, '-'), coalesce(m.to_due::text, '-'),
          coalesce(m.requested_by::text, '-')) from task_moves m where m.task_id = t.id),
        'roles', array(select concat_ws(' ', r.organisation_id, r.role, 'from', r.since) from task_roles r where r.task_id = t.id
          union all select concat_ws(' ', r.organisation_id, r.role, 'until', r.ended_on) from task_roles r where r.task_id = t.id and r.ended_on is not null),
        'evidence', array(select concat_ws(' ', coalesce(e.given_on::text, '-'), e.id) from task_evidence e where e.task_id = t.id),
        'handovers', array(select concat_ws(' ', a.answered_on, h.from_id, h.to_id) from task_handover_answers a
          join task_handovers h on h.id = a.handover_id where a.task_id = t.id and a.accepted)) as lines
    from tasks t where t.id > ${after} order by t.id limit ${most}`.execute(tx)
  return rows
}

/** What each agency said it gives, by programme: each declaration stays, the newest counts. */
export const capacityReplay: Replay = {
  kind: 'capacities of a programme',
  table: 'programmes',
  serves: ['D3 b'],
  by: 'programme',
  tells: {
    'programme.created': ({ programme }) => ({ id: programme!, begins: true }),
    'capacity.declared': (event) => ({ id: event.programme!, lines: { capacities: declared(event) } }),
  },
  standing: readCapacities,
}

function declared({ payload, day }: ToldEvent): string[] {
  const [year, month] = String(payload.from).split('-').map(Number) as [number, number]
  return Array.from({ length: Number(payload.months) }, (_, later) => {
    const first = new Date(Date.UTC(year, month - 1 + later, 1)).toISOString().slice(0, 10)
    return line(factIn(payload, 'agency'), first, factIn(payload, 'hours'), day)
  })
}

async function readCapacities(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select p.id, p.id as programme, '{}'::jsonb as values, jsonb_build_object('capacities',
      array(select concat_ws(' ', c.owner_id, c.month, trim_scale(c.hours), coalesce(c.declared_on::text, '-'))
        from capacities c where c.programme_id = p.id)) as lines
    from programmes p where p.id > ${after} order by p.id limit ${most}`.execute(tx)
  return rows
}
