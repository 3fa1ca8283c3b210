import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, line, listIn, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!

function planned(event: ToldEvent): Said {
  const startsAt = factIn(event.payload, 'startsAt')
  const required = listIn(event.payload, 'required')
  const values = {
    state: 'planned',
    firstStart: startsAt,
    start: startsAt,
    heads: factIn(event.payload, 'heads'),
    required: required?.toSorted().join(' '),
  }
  return { id: subject(event), begins: true, values }
}

function recorded(event: ToldEvent): Said {
  const attendances = listIn(event.payload, 'attendances')?.map((one) => line(event.day, one))
  return { id: subject(event), lines: { attendances } }
}

function answered(event: ToldEvent): Said {
  const [party, manner] = ['party', 'manner'].map((name) => factIn(event.payload, name))
  return { id: subject(event), lines: { attendances: [line(event.day, party, manner)] } }
}

function placed(event: ToldEvent): Said {
  return { id: subject(event), lines: { items: [line(factIn(event.payload, 'item'))] } }
}

const state =
  (name: string) =>
  (event: ToldEvent): Said => ({ id: subject(event), values: { state: name } })

/** Meetings: when they were and are, whether they were held, who attended how, and what came of which matter. */
export const meetingReplay: Replay = {
  kind: 'meeting',
  table: 'meetings',
  serves: ['D1 b', 'D1 e'],
  tells: {
    'meeting.planned': planned,
    'meeting.moved': (event) => ({ id: subject(event), values: { start: factIn(event.payload, 'to') } }),
    'meeting.cancelled': state('cancelled'),
    'meeting.held': state('held'),
    'meeting.answered': answered,
    'meeting.attendance-recorded': recorded,
    'agenda.item-brought': placed,
    'agenda.item-placed': placed,
    'agenda.item-concluded': (event) => ({
      id: subject(event),
      lines: { results: [line(event.day, factIn(event.payload, 'item'), factIn(event.payload, 'result'))] },
    }),
    'minutes.confirmed': (event) => ({ id: subject(event), lines: { results: listIn(event.payload, 'results') } }),
  },
  // For members until the minutes are confirmed, which tell them.
  toldLater: ['agenda.item-concluded'],
  standing: readMeetings,
}

async function readMeetings(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const instant = (column: 'starts_at' | 'first_starts_at') =>
    sql`to_char(${sql.ref(`m.${column}`)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const { rows } = await sql<Standing>`
    select m.id, m.programme_id as programme,
      jsonb_build_object('state', m.state, 'firstStart', ${instant('first_starts_at')}, 'start', ${instant('starts_at')}, 'heads', m.heads,
        'required', array_to_string(array(select o::text from unnest(m.required_ids) o order by o::text collate "C"), ' ')) as values,
      jsonb_build_object(
        'attendances', array(select concat_ws(' ', a.recorded_on, a.organisation_id, a.manner) from meeting_attendances a where a.meeting_id = m.id),
        'items', array(select p.item_id::text from agenda_places p where p.meeting_id = m.id),
        'results', array(select concat_ws(' ', r.recorded_on, r.item_id, r.result) from agenda_results r where r.meeting_id = m.id)) as lines
    from meetings m where m.id > ${after} order by m.id limit ${most}`.execute(tx)
  return rows
}

/** Matters on the agenda: who brought them, and whether they ask for a decision. */
export const agendaReplay: Replay = {
  kind: 'agenda item',
  table: 'agenda_items',
  serves: ['D1 b'],
  by: 'item',
  tells: { 'agenda.item-brought': brought, 'agenda.item-placed': brought },
  standing: readItems,
}

/** One that is carried over was brought before, and keeps what was told of it then; older events told the item alone. */
function brought({ payload }: ToldEvent): Said {
  const [kind, owner] = ['kind', 'party'].map((name) => factIn(payload, name))
  const made: Said = { id: String(payload.item), begins: true }
  return kind === undefined ? made : { ...made, values: { kind, owner } }
}

async function readItems(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select i.id, i.programme_id as programme, '{}'::jsonb as lines, jsonb_build_object('kind', i.kind, 'owner', i.owner_id) as values
    from agenda_items i where i.id > ${after} order by i.id limit ${most}`.execute(tx)
  return rows
}
