import type { Class } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import { charterTerms } from '#modules/programmes/public.ts'
import { addProgramme, changeProgramme } from '#modules/programmes/store/programmes.ts'
import { readParties } from './organisations/store.ts'
import type { Remark, RemarkCode } from './report.ts'
import { type Home, Refusal } from './request.ts'
import { appendEvents } from './store/append-events.ts'
import { insertRows } from './store/insert-rows.ts'
import { says } from './words.ts'

/** The programme of this address, as far as the import may see it. */
export async function findHome(tx: ReadTx, slug: string): Promise<Home | undefined> {
  const row = await tx
    .selectFrom('programmes as p')
    .innerJoin('organisations as o', 'o.id', 'p.owner_id')
    .select(['p.id', 'p.slug', 'p.name', 'p.owner_id', 'p.class', 'p.lang'])
    .select((eb) => eb.fn.coalesce('p.country', 'o.country').as('country'))
    .where('p.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return undefined
  const chartered = (await charterTerms(tx, row.id)) !== undefined
  return { ...row, ownerId: row.owner_id, class: row.class as Class, lang: row.lang as Lang, chartered }
}

export function checkFounding(slug: string, name: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 80 || slug === 'new')
    throw new Refusal(says((words) => words.refusal.slug(slug)))
  if (name.trim() === '' || [...name].length > 200) throw new Refusal(says((words) => words.refusal.name))
}

type Founding = Pick<Home, 'slug' | 'name' | 'ownerId' | 'lang' | 'country'> & { now: Date; asOf: string }

/** A programme made for the table: in preparation, led by its owner, without a charter. */
export async function foundHome(tx: Tx, { slug, name, ownerId, lang, country, now, asOf }: Founding): Promise<Home> {
  const id = newId(now)
  const row = { id, slug, name, lang, owner_id: ownerId, name_en: null, summary: '', place: null, example: null }
  const dates = { starts_on: null, ends_on: null, template: 'free', created_at: now, created_by: null }
  const done = await addProgramme(tx, { ...row, ...dates })
  if (!done) throw new Refusal(says((words) => words.refusal.slugTaken(slug)))
  const about = { programmeId: id, ownerId, class: 'public' as const }
  const created = { ...about, name: 'programme.created', subjectKind: 'programme', subjectId: id, subjectVersion: 1 }
  await appendEvents(tx, now, [{ ...created, payload: { template: 'free' } }])
  await join(tx, { id, lang, class: 'public' }, { organisationIds: [ownerId], role: 'lead', now, asOf })
  return { id, slug, name, ownerId, class: 'public', lang, country, chartered: false }
}

/** From now on it is evaluated as of this day, over so many days up to it. */
export async function evaluateAs(tx: Tx, id: string, { at, days }: { at: string; days?: number }): Promise<void> {
  await changeProgramme(tx, id, { evaluate_at: at, evaluate_days: days ?? null })
}

type Joining = { organisationIds: string[]; role: 'lead' | 'member' | 'observer'; now: Date; asOf: string }

async function join(tx: Tx, programme: Pick<Home, 'id' | 'lang' | 'class'>, joining: Joining): Promise<void> {
  const { organisationIds, role, now, asOf } = joining
  const rows = organisationIds.map((id) => ({
    programme_id: programme.id,
    organisation_id: id,
    created_at: now,
    created_by: null,
  }))
  const change = { from_role: null, to_role: role, lang: programme.lang, on_day: asOf }
  await insertRows(
    tx,
    'parties',
    rows.map((row) => ({ ...row, role, since: asOf })),
  )
  await insertRows(
    tx,
    'party_changes',
    rows.map((row) => ({ ...row, ...change, id: newId(now) })),
  )
  const events = organisationIds.map((id) => ({
    name: 'party.joined',
    programmeId: programme.id,
    ownerId: id,
    class: programme.class,
    subjectKind: 'party',
    subjectId: id,
    payload: { role, on: asOf },
  }))
  await appendEvents(tx, now, events)
}

/**
 * Makes the organisations parties of the programme: members, or observers where a charter is in force that they have not
 * signed. Those that left it stay away; both are told. Returns how many joined.
 */
export async function joinParties(
  tx: Tx,
  home: Home,
  ids: Iterable<string>,
  told: { now: Date; asOf: string; remark(remark: Remark): void },
): Promise<number> {
  const { current, left } = await readParties(tx, home.id, told.asOf)
  const gone = new Set(left)
  const known = new Set([...current, ...left])
  const organisationIds = [...ids].filter((id) => !known.has(id))
  const role = home.chartered ? 'observer' : 'member'
  await join(tx, home, { organisationIds, role, now: told.now, asOf: told.asOf })
  const remarkOn = async (code: RemarkCode, about: string[]) => {
    for (const name of await namesOf(tx, about)) told.remark({ code, line: null, detail: name })
  }
  if (home.chartered) await remarkOn('observer-only', organisationIds)
  await remarkOn(
    'party-left',
    [...ids].filter((id) => gone.has(id)),
  )
  return organisationIds.length
}

async function namesOf(tx: ReadTx, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('organisations').select('name').where('id', 'in', ids).orderBy('name').execute()
  return rows.map(({ name }) => name)
}
