import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { decrypt, encrypt } from './cipher.ts'
import { type HeldKeys, heldKeys } from './held-keys.ts'
import { placeOf, SubjectKey } from './subject-key.ts'

/** What is sealed cannot be opened or written now: answered with 503, the rest of Mufakat runs. */
export class KeysUnavailable extends Error {}
/** The subject's key was destroyed: nothing of it is ever sealed again. */
export class SubjectErased extends Error {}

export type KeysStanding = { kind: 'open' } | { kind: 'unavailable' | 'other-key'; why: string }

export type Wrapping = { fingerprint: string; since: Date; retired: boolean; keys: number }

/** Keys of natural persons' values, one a subject (a person, an information request), kept apart from the records. */
export type Keys = {
  /** The subject's key, made at its first use; throws SubjectErased. */
  of(subject: string, now: Date): Promise<SubjectKey>
  /** Keys that are there. A subject that has none, or no more, is left out. */
  known(subjects: readonly string[]): Promise<Map<string, SubjectKey>>
  /** Keys of all that were not erased, made where there was none. */
  all(subjects: readonly string[], now: Date): Promise<Map<string, SubjectKey>>
  /** Destroys the key, on disk when it resolves, and leaves a tombstone; the first one's day stays. */
  destroy(subject: string, now: Date): Promise<void>
  /** Which of these subjects were erased. */
  erased(subjects: readonly string[]): Promise<Set<string>>
  /** Every subject that was erased, `most` at a time, after the one given. */
  tombstones(after: string | undefined, most: number): Promise<string[]>
  standing(): Promise<KeysStanding>
  /** Key-encryption keys in the order in which they came, and how many keys each wraps. */
  wrappings(): Promise<Wrapping[]>
  count(): Promise<{ keys: number; tombstones: number }>
  close(): Promise<void>
}

type Row = { subject: string; wrapped: Buffer | null; wrapped_by: string | null }
const select = 'select subject, wrapped, wrapped_by from keys.subject_keys where subject = any ($1::uuid[])'

/**
 * `wrapping` reads the key-encryption keys of the secrets folder: one, two while it is being changed, none when it was
 * lost; then nothing opens, and the standing says why.
 */
export function openKeys(options: { url: string; wrapping: () => readonly Buffer[] }): Keys {
  const pool = poolOf(options.url)
  const held = heldKeys(options.wrapping)

  const ask = askerOf(pool)
  const { known, all } = livingKeys(ask, held)
  return {
    known,
    all,
    async of(subject, now) {
      const key = (await all([subject], now)).get(subject)
      if (!key) throw new SubjectErased('its key was destroyed')
      return key
    },
    async destroy(subject, now) {
      await ask(
        `insert into keys.subject_keys as k (subject, made_at, destroyed_at) values ($1, $2, $2)
          on conflict (subject) do update set wrapped = null, destroyed_at = $2 where k.destroyed_at is null`,
        [subject, now],
      )
    },
    async erased(subjects) {
      const rows = await ask<Row>(`${select} and destroyed_at is not null`, [subjects])
      return new Set(rows.map((row) => row.subject))
    },
    async tombstones(after, most) {
      const rows = await ask<Row>(
        `select subject from keys.subject_keys where destroyed_at is not null and subject > $1 order by subject limit $2`,
        [after ?? '00000000-0000-0000-0000-000000000000', most],
      )
      return rows.map((row) => row.subject)
    },
    standing: () => standingOf(ask, held),
    async wrappings() {
      return ask<Wrapping>(
        `select w.fingerprint, w.made_at as since, w.retired_at is not null as retired,
            (select count(*)::integer from keys.subject_keys k where k.wrapped_by = w.fingerprint) as keys
          from keys.wrapping w order by w.number`,
        [],
      )
    },
    async count() {
      const [counted] = await ask<{ keys: number; tombstones: number }>(
        'select count(wrapped)::integer as keys, count(destroyed_at)::integer as tombstones from keys.subject_keys',
        [],
      )
      return counted!
    },
    close: () => pool.end(),
  }
}

/** Opens keys, and makes those that are not there yet. */
function livingKeys(ask: Ask, held: HeldKeys): Pick<Keys, 'known' | 'all'> {
  function unwrap({ subject, wrapped, wrapped_by }: Row): [string, SubjectKey] {
    const wrapping = held.find(wrapped_by!)
    const key = wrapping && decrypt(wrapping, placeOf(subject), wrapped!)
    if (!key) throw new KeysUnavailable('the key-encryption key does not open the keys database')
    return [subject, new SubjectKey(subject, key)]
  }

  const living = (rows: Row[]) => new Map(rows.filter(({ wrapped }) => wrapped).map(unwrap))

  async function known(subjects: readonly string[]) {
    return subjects.length === 0 ? new Map() : living(await ask<Row>(select, [subjects]))
  }

  async function all(subjects: readonly string[], now: Date) {
    if (subjects.length === 0) return new Map()
    const there = await ask<Row>(select, [subjects])
    const missing = subjects.filter((subject) => !there.some((row) => row.subject === subject))
    if (missing.length === 0) return living(there)
    // Should the key-encryption key retire between the two statements, there is another by now.
    await make(missing, now).catch(() => make(missing, now))
    const rows = await ask<Row>(select, [subjects])
    if (rows.length < new Set(subjects).size) throw new KeysUnavailable('the keys database made no key')
    return living(rows)
  }

  /** Under the newest key-encryption key that the keys database knows; of two processes the first one's keys stand. */
  async function make(missing: readonly string[], now: Date): Promise<void> {
    const [newest] = await ask<{ fingerprint: string }>(
      'select fingerprint from keys.wrapping where retired_at is null order by number desc limit 1',
      [],
    )
    const wrapping = newest && held.find(newest.fingerprint)
    // Never taken for erased: another key-encryption key wrapped the others.
    if (!wrapping) throw new KeysUnavailable('the key-encryption key is another than the keys database knows')
    const wrapped = missing.map((subject) => encrypt(wrapping, placeOf(subject), randomBytes(32)))
    await ask(
      `insert into keys.subject_keys (subject, wrapped, wrapped_by, made_at)
        select subject, wrapped, $4, $3 from unnest($1::uuid[], $2::bytea[]) as u(subject, wrapped) on conflict do nothing`,
      [missing, wrapped, now, newest.fingerprint],
    )
  }

  return { known, all }
}

function poolOf(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 4,
    // Whoever only looks in (the command line, a test) is not held up by it.
    allowExitOnIdle: true,
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    application_name: 'mufakat-keys',
    // What was destroyed must be gone whatever the server's own setting is.
    options: '-c synchronous_commit=on',
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function askerOf(pool: pg.Pool): Ask {
  return async <R extends pg.QueryResultRow>(text: string, values: unknown[]) => {
    try {
      return (await pool.query<R>(text, values)).rows
    } catch (cause) {
      throw new KeysUnavailable('the keys database does not answer', { cause })
    }
  }
}

type Ask = <R extends pg.QueryResultRow>(text: string, values: unknown[]) => Promise<R[]>

async function standingOf(ask: Ask, held: HeldKeys): Promise<KeysStanding> {
  try {
    // The folder first: what the database knows a moment later is in it.
    const count = held.reread()
    const used = await ask<{ fingerprint: string }>(
      'select fingerprint from keys.wrapping where retired_at is null',
      [],
    )
    if (used.length > 0 && used.every(({ fingerprint }) => held.find(fingerprint))) return { kind: 'open' }
    const why = count > 0 ? 'is another than the keys database knows' : 'is not in the secrets folder'
    return { kind: 'other-key', why: `the key-encryption key ${why}` }
  } catch (error) {
    return { kind: 'unavailable', why: (error as Error).message }
  }
}

const none = () => Promise.reject(new KeysUnavailable('no keys database was opened'))

/** Of a connection that needs no keys (the administrator's). */
export const noKeys: Keys = {
  of: none,
  known: none,
  all: none,
  destroy: none,
  erased: none,
  tombstones: none,
  count: none,
  wrappings: none,
  standing: async () => ({ kind: 'unavailable', why: 'no keys database was opened' }),
  close: async () => {},
}
