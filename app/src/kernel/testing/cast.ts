import type { Kysely } from 'kysely'
import type { Actor, InstallationRole, PersonActor, SeatRole } from '../access.ts'
import { visitor } from '../access.ts'
import { type DB, jakartaDate } from '../database.ts'
import { newId } from '../ids.ts'
import type { TestDatabase } from './database.ts'

export type PersonKey =
  | 'resident'
  | 'officer'
  | 'otherOfficer'
  | 'head'
  | 'otherHead'
  | 'coordinator'
  | 'deputy'
  | 'observer'
  | 'auditor'
  | 'informationOfficer'
  | 'facilitator'
  | 'operator'
  | 'expiredSeat'
  | 'grantHolder'
export type ActorKey = 'visitor' | PersonKey | 'job'
export type OrganisationKey = 'owner' | 'other' | 'observing' | 'oversight'
export type CastPerson = { id: string; name: string; email: string }

/** One programme with every kind of actor of the access rule: the same people in every module's tests. */
export type Cast = {
  /** The moment of the story: pass it wherever an operation asks for now. */
  now: Date
  today: string
  programmeId: string
  slug: string
  organisations: Record<OrganisationKey, { id: string; name: string }>
  people: Record<PersonKey, CastPerson>
  actors: Record<ActorKey, Actor> & Record<PersonKey, PersonActor>
  /** Need-to-know for one record, given by the coordinator: to the grant holder unless someone else is named. */
  grant(recordId: string, to?: PersonKey): Promise<void>
}

const organisations: Record<OrganisationKey, { name: string; party: 'lead' | 'member' | 'observer' | 'oversight' }> = {
  owner: { name: 'Dinas Kesehatan Kabupaten Contoh', party: 'lead' },
  other: { name: 'Dinas Pendidikan Kabupaten Contoh', party: 'member' },
  observing: { name: 'Yayasan Pemantau Contoh', party: 'observer' },
  oversight: { name: 'Inspektorat Kabupaten Contoh', party: 'oversight' },
}

type Role = { name: string; seat?: [OrganisationKey, SeatRole]; role?: InstallationRole; expired?: true }
const people: Record<PersonKey, Role> = {
  resident: { name: 'Wulan Sari' },
  officer: { name: 'Made Putra', seat: ['owner', 'officer'] },
  otherOfficer: { name: 'Sri Rahayu', seat: ['other', 'officer'] },
  head: { name: 'Agus Santoso', seat: ['owner', 'head'] },
  otherHead: { name: 'Dewi Lestari', seat: ['other', 'head'] },
  coordinator: { name: 'Ratna Kusuma', seat: ['owner', 'coordinator'] },
  deputy: { name: 'Yusuf Hakim', seat: ['other', 'deputy'] },
  observer: { name: 'Intan Permata', seat: ['observing', 'observer'] },
  auditor: { name: 'Bambang Wijaya', seat: ['oversight', 'auditor'] },
  informationOfficer: { name: 'Nurul Aini', role: 'information-officer' },
  facilitator: { name: 'Joko Susilo', role: 'facilitator' },
  operator: { name: 'Fitri Handayani', role: 'operator' },
  expiredSeat: { name: 'Hendra Gunawan', seat: ['other', 'officer'], expired: true },
  grantHolder: { name: 'Rina Marlina', seat: ['other', 'officer'] },
}

const longAgo = '2026-01-05'
const over = '2026-06-30'

/** Inserted by the administrator, past every rule. Call it again with another slug for a second programme. */
export async function cast(db: TestDatabase, options: { slug?: string; now?: Date } = {}): Promise<Cast> {
  const now = options.now ?? new Date('2026-11-24T03:00:00Z')
  const slug = options.slug ?? 'program-contoh'
  const sql = db.admin.kysely
  const bodies = await addOrganisations(sql, now)
  const programmeId = await addProgramme(sql, bodies, slug, now)
  const persons = await addPeople(sql, bodies, programmeId, slug, now)
  return {
    now,
    today: jakartaDate(now),
    programmeId,
    slug,
    organisations: bodies,
    people: persons,
    actors: actorsOf(persons, bodies, programmeId),
    grant: (recordId, to = 'grantHolder') =>
      addGrant(sql, { programmeId, recordId, personId: persons[to].id, by: persons.coordinator.id, now }),
  }
}

type Bodies = Cast['organisations']
type Persons = Cast['people']

async function addOrganisations(sql: Kysely<DB>, now: Date): Promise<Bodies> {
  const bodies = mapValues(organisations, ({ name }) => ({ id: newId(now), name }))
  const rows = Object.values(bodies).map((body) => ({ ...body, kind: 'agency', created_at: now }))
  await sql.insertInto('organisations').values(rows).execute()
  return bodies
}

async function addProgramme(sql: Kysely<DB>, bodies: Bodies, slug: string, now: Date): Promise<string> {
  const programme = { id: newId(now), slug, name: 'Program contoh', status: 'running', created_at: now }
  await sql
    .insertInto('programmes')
    .values({ ...programme, owner_id: bodies.owner.id })
    .execute()
  const parties = Object.entries(organisations).map(([key, { party }]) => ({
    programme_id: programme.id,
    organisation_id: bodies[key as OrganisationKey].id,
    role: party,
    since: longAgo,
    created_at: now,
  }))
  await sql.insertInto('parties').values(parties).execute()
  return programme.id
}

async function addPeople(sql: Kysely<DB>, bodies: Bodies, programmeId: string, slug: string, now: Date) {
  const persons: Persons = mapValues(people, ({ name }, key) => ({
    id: newId(now),
    name,
    email: `${key.toLowerCase()}@${slug}.example`,
  }))
  const all = Object.entries(people).map(([key, role]) => ({ ...role, ...persons[key as PersonKey] }))
  await sql
    .insertInto('people')
    .values(all.map(({ id, name }) => ({ id, name, created_at: now })))
    .execute()
  await sql
    .insertInto('accounts')
    .values(all.map(({ id, email }) => ({ person_id: id, email, created_at: now })))
    .execute()
  for (const { id, seat, role, expired } of all) {
    const by = { id: newId(now), person_id: id, created_at: now }
    const last = expired ? over : null
    if (role)
      await sql
        .insertInto('installation_roles')
        .values({ ...by, role, first_day: longAgo })
        .execute()
    if (!seat) continue
    const at = { ...by, organisation_id: bodies[seat[0]].id }
    const head = seat[1] === 'head'
    const post = head ? 'Kepala dinas' : 'Staf'
    await sql
      .insertInto('memberships')
      .values({ ...at, post, head, starts_on: longAgo, ends_on: last })
      .execute()
    await sql
      .insertInto('seats')
      .values({ ...at, programme_id: programmeId, role: seat[1], first_day: longAgo, last_day: last })
      .execute()
  }
  return persons
}

function actorsOf(persons: Persons, bodies: Bodies, programmeId: string): Cast['actors'] {
  const actors = mapValues(people, ({ name, seat, role, expired }, key): PersonActor => {
    const current = seat && !expired ? seat : undefined
    return {
      kind: 'person',
      personId: persons[key].id,
      name,
      seats: current ? [{ programmeId, organisationId: bodies[current[0]].id, role: current[1] }] : [],
      roles: role ? [role] : [],
      organisationIds: current ? [bodies[current[0]].id] : [],
    }
  })
  return { ...actors, visitor, job: { kind: 'job', job: 'cast', classes: ['public', 'members'] } }
}

type NewGrant = { programmeId: string; recordId: string; personId: string; by: string; now: Date }
async function addGrant(sql: Kysely<DB>, { programmeId, recordId, personId, by, now }: NewGrant) {
  await sql
    .insertInto('grants')
    .values({
      id: newId(now),
      programme_id: programmeId,
      record_id: recordId,
      person_id: personId,
      why: 'Perlu untuk menyusun laporan',
      until: jakartaDate(new Date(now.getTime() + 30 * 86_400_000)),
      created_at: now,
      created_by: by,
    })
    .execute()
}

function mapValues<K extends string, A, B>(record: Record<K, A>, map: (value: A, key: K) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, map(value, key as K)])) as Record<
    K,
    B
  >
}
