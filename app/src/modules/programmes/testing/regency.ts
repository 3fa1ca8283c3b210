import assert from 'node:assert/strict'
import type { PersonActor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { signInJob } from '#kernel/session/job.ts'
import { personActor } from '#kernel/session.ts'
import type { TestDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { programmesWith } from '../module.ts'
import type { ProgrammeExtensions } from '../standing.ts'

/** A regency before its first programme: five bodies, each with a head and an officer, and nobody seated anywhere. */
export type Regency = Awaited<ReturnType<typeof regency>>

const bodies = {
  bappeda: {
    name: 'Badan Perencanaan Pembangunan Daerah',
    acronym: 'Bappeda',
    head: 'Sri Wahyuni',
    officer: 'Budi Hartono',
  },
  dinkes: { name: 'Dinas Kesehatan', acronym: 'Dinkes', head: 'Agus Salim', officer: 'Lestari Putri' },
  dinsos: { name: 'Dinas Sosial', acronym: 'Dinsos', head: 'Murni Asih', officer: 'Tono Sudarmo' },
  forum: { name: 'Forum Warga Mekarsari', acronym: null, head: 'Haji Karim', officer: 'Yanti Nur' },
  inspektorat: { name: 'Inspektorat Daerah', acronym: null, head: 'Rahmat Basuki', officer: 'Dian Anggraini' },
} as const
export type BodyKey = keyof typeof bodies

export async function regency(
  db: TestDatabase,
  options: { now?: Date; extensions?: Partial<ProgrammeExtensions> } = {},
) {
  const now = options.now ?? new Date('2026-01-12T03:00:00Z')
  const site = testSite(db, [programmesWith(options.extensions ?? {})], { now })
  const ids = {} as Record<BodyKey, { id: string; head: string; officer: string }>
  for (const [key, body] of Object.entries(bodies)) ids[key as BodyKey] = await addBody(db, body, now)
  return {
    db,
    site,
    ids,
    /** The person as the next request would know them: with the seats held today. */
    as: (key: BodyKey, who: 'head' | 'officer') => actorNow(db, ids[key][who], site.time.now),
    /** Moves the clock to nine in the morning (Jakarta) of a day. */
    at: (day: string) => {
      site.time.now = new Date(`${day}T02:00:00Z`)
    },
  }
}

async function addBody(db: TestDatabase, body: (typeof bodies)[BodyKey], now: Date) {
  const sql = db.admin.kysely
  const id = newId(now)
  await sql
    .insertInto('organisations')
    .values({ id, name: body.name, acronym: body.acronym, kind: 'agency', created_at: now })
    .execute()
  const add = async (name: string, post: string, head: boolean) => {
    const person = newId(now)
    await sql.insertInto('people').values({ id: person, name, created_at: now }).execute()
    const membership = { id: newId(now), person_id: person, organisation_id: id, post, head, starts_on: '2020-01-01' }
    await sql
      .insertInto('memberships')
      .values({ ...membership, created_at: now })
      .execute()
    return person
  }
  return { id, head: await add(body.head, 'Kepala', true), officer: await add(body.officer, 'Staf', false) }
}

async function actorNow(db: TestDatabase, personId: string, now: Date): Promise<PersonActor> {
  const actor = await writeAs(db.jobs, signInJob, now, (tx) => personActor(tx, personId, now))
  if (!actor) throw new Error('no such person')
  return actor
}

/** The page says each of these; the message shows the main part of the page only. */
export async function shows(answer: Response, ...wanted: RegExp[]): Promise<string> {
  const html = await answer.text()
  const main = textOf(html.slice(html.indexOf('<main')))
  for (const one of wanted)
    if (!one.test(main)) assert.fail(`${answer.status}: not there: ${one}\n${main.slice(0, 3000)}`)
  return html
}

/** What a person reads, without tags. */
export function textOf(html: string): string {
  const plain = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
  return plain.replace(/\s+/g, ' ')
}

export async function problemCode(answer: Response): Promise<string> {
  const body = (await answer.json()) as { error: { code: string; problems?: { code: string }[] } }
  return body.error.problems?.[0]?.code ?? body.error.code
}
