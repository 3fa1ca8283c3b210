import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Control, ControlMeasure, DeclaredIn } from '../conflict.ts'

/** Organisations in which these people say they have an interest on a day, and when each was first declared. */
export async function declaredBy(tx: ReadTx, personIds: string[], day: string): Promise<DeclaredIn[]> {
  if (personIds.length === 0) return []
  const { rows } = await sql<DeclaredIn>`
    with newest as (select distinct on (d.person_id) d.id, d.person_id from interest_declarations d
      where d.person_id = any (${personIds}::uuid[]) and d.declared_on <= ${day} order by d.person_id, d.number desc),
    standing as (select n.person_id, mufakat.one_body(i.organisation_id) as organisation_id, min(i.kind) as kind
      from newest n join declared_interests i on i.declaration_id = n.id
      where i.organisation_id is not null and coalesce(i.since, '-infinity') <= ${day} and coalesce(i.until, 'infinity') >= ${day}
      group by 1, 2)
    select s.person_id, s.organisation_id, s.kind, (select min(d.declared_on) from interest_declarations d
      join declared_interests x on x.declaration_id = d.id
      where d.person_id = s.person_id and mufakat.one_body(x.organisation_id) = s.organisation_id) as declared_on
    from standing s order by 1, 2`.execute(tx)
  return rows
}

/** Controls decided in a programme up to a day, the oldest first. */
export async function controlsIn(tx: ReadTx, programmeId: string, day: string): Promise<Control[]> {
  const rows = await tx
    .selectFrom('interest_controls as c')
    .leftJoin('people as p', 'p.id', 'c.substitute_id')
    .select([
      'c.id',
      'c.person_id',
      'c.organisation_id',
      'c.measure',
      'c.until',
      'c.decided_on',
      'p.name as substitute',
    ])
    .where('c.programme_id', '=', programmeId)
    .where('c.decided_on', '<=', day)
    .orderBy('c.arrival')
    .execute()
  return rows as Control[]
}

/** A reason with what tells the kernel that reading it may leave an event. */
export type ControlReason = {
  id: string
  control_id: string
  class: 'restricted'
  programme_id: string
  owner_id: string
  lang: 'id' | 'en'
  reason: string
}

export async function reasonsOf(tx: ReadTx, controlIds: string[]): Promise<ControlReason[]> {
  if (controlIds.length === 0) return []
  const rows = await tx
    .selectFrom('interest_control_reasons')
    .select(['id', 'control_id', 'class', 'programme_id', 'owner_id', 'lang', 'reason'])
    .where('control_id', 'in', controlIds)
    .execute()
  return rows as ControlReason[]
}

export type NewControl = {
  programme_id: string
  owner_id: string
  person_id: string
  organisation_id: string
  measure: ControlMeasure
  substitute_id: string | null
  until: string | null
}

export async function addControl(
  tx: Tx,
  by: { actor: Actor; now: Date; today: string },
  control: NewControl,
  { reason, lang }: { reason: string; lang: 'id' | 'en' },
): Promise<string> {
  const stamp = { created_at: by.now, created_by: personOf(by.actor) }
  const id = newId(by.now)
  await tx
    .insertInto('interest_controls')
    .values({ ...control, ...stamp, id, decided_on: by.today })
    .execute()
  const { programme_id, owner_id } = control
  await tx
    .insertInto('interest_control_reasons')
    .values({ id: newId(by.now), programme_id, owner_id, control_id: id, reason, lang, ...stamp })
    .execute()
  return id
}
