import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, line, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'
import { cellsFingerprint, rolesFingerprint } from './store/charter-lists.ts'

const subject = (event: ToldEvent) => event.subject.id!

/** Those of these facts that the event tells, each under its name. */
function factsIn({ payload }: ToldEvent, names: string[]): NonNullable<Said['values']> {
  return Object.fromEntries(names.filter((name) => name in payload).map((name) => [name, factIn(payload, name)]))
}

function made(event: ToldEvent): Said {
  const firstDue = factIn(event.payload, 'firstDue')
  const values = { firstDue, due: firstDue, outcome: null, notAssessed: null, owner: event.owner }
  return { id: subject(event), begins: true, values }
}

/** From a file: made by it, or told anew. Some of these events do not say whether it was judged. */
function imported(event: ToldEvent): Said {
  const { payload, owner } = event
  const assessed = factIn(payload, 'assessed')
  const standing = assessed === undefined ? { notAssessed: undefined } : {}
  const judged = assessed ? [line(factIn(payload, 'on'), factIn(payload, 'outcome'), null)] : []
  return {
    id: subject(event),
    begins: true,
    values: { ...factsIn(event, ['firstDue', 'due', 'outcome', 'notAssessed']), ...standing, owner },
    lines: { assessments: assessed === undefined ? undefined : judged },
  }
}

/** Where a source moved or judged it, nobody is named, and the rest is not told. */
function moved(event: ToldEvent): Said {
  const { payload, day } = event
  const [from, to, askedBy] = ['from', 'to', 'askedBy'].map((name) => factIn(payload, name))
  if (askedBy) return { id: subject(event), values: { due: to }, lines: { moves: [line(day, from, to, askedBy)] } }
  const values = { due: to, outcome: undefined, notAssessed: undefined }
  return { id: subject(event), values, lines: { moves: undefined, assessments: undefined } }
}

function assessed(event: ToldEvent): Said {
  const [outcome, assessor] = ['outcome', 'assessorId'].map((name) => factIn(event.payload, name))
  const lines = { assessments: assessor ? [line(event.day, outcome, assessor)] : undefined }
  return { id: subject(event), values: { outcome, notAssessed: assessor ? null : undefined }, lines }
}

export const commitmentReplay: Replay = {
  kind: 'commitment',
  table: 'commitments',
  serves: ['F1'],
  tells: {
    'commitment.made': made,
    'commitment.imported': imported,
    'commitment.moved': moved,
    'commitment.assessed': assessed,
  },
  standing: readCommitments,
}

async function readCommitments(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.id, c.programme_id as programme,
      jsonb_build_object('owner', c.owner_id, 'firstDue', c.first_due, 'due', c.current_due, 'outcome', c.outcome,
        'notAssessed', c.not_assessed) as values,
      jsonb_build_object(
        'moves', array(select concat_ws(' ', m.on_day, coalesce(m.from_due::text, '-'), coalesce(m.to_due::text, '-'),
          coalesce(m.asked_by::text, '-')) from commitment_moves m where m.commitment_id = c.id),
        'assessments', array(select concat_ws(' ', a.on_day, a.outcome, coalesce(a.assessor_id::text, '-'))
          from commitment_assessments a where a.commitment_id = c.id)) as lines
    from commitments c where c.id > ${after} order by c.id limit ${most}`.execute(tx)
  return rows
}

/** Who sits where for which party, and since when; not who it is. */
export const seatReplay: Replay = {
  kind: 'seat',
  table: 'seats',
  serves: ['D3 c'],
  tells: {
    'seat.given': (event) => ({
      id: subject(event),
      begins: true,
      values: {
        ...Object.fromEntries(['role', 'firstDay', 'fills'].map((name) => [name, factIn(event.payload, name)])),
        organisation: event.owner,
        lastDay: null,
      },
    }),
    'seat.ended': (event) => ({ id: subject(event), values: { lastDay: factIn(event.payload, 'lastDay') } }),
  },
  standing: readSeats,
}

async function readSeats(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select s.id, s.programme_id as programme, '{}'::jsonb as lines, jsonb_build_object('role', s.role, 'organisation', s.organisation_id,
      'firstDay', s.first_day, 'fills', s.required_role_id, 'lastDay', s.last_day) as values
    from seats s join programmes p on p.id = s.programme_id where s.id > ${after} order by s.id limit ${most}`.execute(
    tx,
  )
  return rows
}

/** Who takes part in a programme, in which role, from which day on. */
export const partyReplay: Replay = {
  kind: 'parties of a programme',
  table: 'programmes',
  serves: ['D1 d'],
  by: 'programme',
  tells: {
    'programme.created': ({ programme }) => ({ id: programme!, begins: true }),
    'party.joined': (event) => partyLine(event, null, factIn(event.payload, 'role')),
    'party.role-changed': (event) => partyLine(event, factIn(event.payload, 'from'), factIn(event.payload, 'to')),
    'party.withdrawn': (event) => partyLine(event, factIn(event.payload, 'from'), null),
  },
  standing: readParties,
}

function partyLine(event: ToldEvent, ...roles: ReturnType<typeof factIn>[]): Said {
  const on = factIn(event.payload, 'on')
  const parties = [on, ...roles].includes(undefined) ? undefined : [line(on, event.owner, ...roles)]
  return { id: event.programme!, lines: { parties } }
}

async function readParties(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select p.id, p.id as programme, '{}'::jsonb as values, jsonb_build_object('parties',
      array(select concat_ws(' ', c.on_day, c.organisation_id, coalesce(c.from_role, '-'), coalesce(c.to_role, '-'))
        from party_changes c where c.programme_id = p.id)) as lines
    from programmes p where p.id > ${after} order by p.id limit ${most}`.execute(tx)
  return rows
}

const entersForce = 'charter.entered-into-force'

/** Charters with the cells that they require, as a fingerprint. */
export const charterReplay: Replay = {
  kind: 'charter',
  table: 'charter_versions',
  serves: ['F4'],
  tells: {
    [entersForce]: (event) => ({
      id: subject(event),
      begins: true,
      values: { inForceOn: event.day, cells: factIn(event.payload, 'cells') },
    }),
  },
  standing: readCharters,
}

async function readCharters(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select v.id, v.programme_id as programme, '{}'::jsonb as lines,
      jsonb_build_object('inForceOn', v.in_force_on, 'cells', ${cellsFingerprint(sql`v.id`)}) as values
    from charter_versions v where v.status in ('in-force', 'superseded') and v.id > ${after} order by v.id limit ${most}`.execute(
    tx,
  )
  return rows
}

const noRoles = createHash('sha256').digest('hex')

/** The roles that charters require, ended ones too, as a fingerprint. */
export const roleReplay: Replay = {
  kind: 'required roles of a programme',
  table: 'programmes',
  serves: ['D3 c'],
  by: 'programme',
  tells: {
    'programme.created': ({ programme }) => ({ id: programme!, begins: true, values: { roles: noRoles } }),
    [entersForce]: ({ programme, payload }) => ({ id: programme!, values: { roles: factIn(payload, 'roles') } }),
  },
  standing: readRoles,
}

async function readRoles(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select p.id, p.id as programme, '{}'::jsonb as lines, jsonb_build_object('roles', ${rolesFingerprint(sql`p.id`)}) as values
    from programmes p where p.id > ${after} order by p.id limit ${most}`.execute(tx)
  return rows
}
