import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Actor } from './access.ts'
import { type Keys, noKeys } from './keys/keys.ts'
import { OneConnection } from './one-connection.ts'
import { sendTogether } from './one-trip.ts'
import { keepStatements } from './prepared.ts'
import type { DB } from './schema.ts'

export type { DB } from './schema.ts'

declare const reading: unique symbol
declare const writing: unique symbol

/** A transaction begun as an actor: every read goes through one, so row-level security always applies. */
export type ReadTx = Kysely<DB> & { readonly [reading]: true }
/** A transaction that may change records; only the operation runner and the followers open one. */
export type Tx = ReadTx & { readonly [writing]: true }

// Dates stay ISO text (a date has no zone); counts and sums fit a double; intervals are not used.
const asText = (value: string) => value
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, asText)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)

/** `keys`: what opens the values of natural persons that stand sealed in it. */
export type Database = { kysely: Kysely<DB>; pool: pg.Pool; keys: Keys; close(): Promise<void> }

/**
 * `keepStatements`: not behind a pooler that gives each transaction another server connection. `onePlan`: nor this; a
 * statement that is kept has one plan for all values, for what pages ask.
 */
export type ConnectOptions = {
  max?: number
  statementTimeout?: number
  keepStatements?: boolean
  onePlan?: boolean
  keys?: Keys
}

export function connect(url: string, options: ConnectOptions = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    statement_timeout: options.statementTimeout ?? 15_000,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    maxLifetimeSeconds: 1_800,
    application_name: 'mufakat',
    pipeline: true,
    // Planned for the values at hand, a statement under row-level security is planned longer than it runs.
    ...(options.onePlan ? { options: '-c plan_cache_mode=force_generic_plan' } : {}),
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', sendTogether)
  if (options.keepStatements) pool.on('connect', keepStatements)
  // The pool takes its listener off a connection that it lends, so one that dies in a transaction needs its own.
  pool.on('connect', (client) => client.on('error', () => {}))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { kysely, pool, keys: options.keys ?? noKeys, close: () => pool.end() }
}

/** Begin travels with the first queries: should it fail, they find no actor and read nothing. */
export function readAs<T>(db: Database, actor: Actor, now: Date, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return transact(db, async (client, queries) => {
    const begun = client.query('begin isolation level repeatable read read only')
    const [, , value] = await Promise.all([begun, actAs(client, actor, now), work(queries as ReadTx)])
    return value
  })
}

/** For the operation runner and followers only. */
export function writeAs<T>(db: Database, actor: Actor, now: Date, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, async (client, queries) => {
    await Promise.all([client.query('begin'), actAs(client, actor, now)])
    return work(queries as Tx)
  })
}

/** Rolls back everything that `work` did although it did not fail. */
export class Rollback<T> extends Error {
  readonly value: T
  constructor(value: T) {
    super('rolled back')
    this.value = value
  }
}

async function transact<T>(db: Database, work: (client: pg.PoolClient, queries: Kysely<DB>) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  const connection = new OneConnection(client)
  let broken = false
  try {
    const value = await work(client, connection.queries)
    connection.end()
    await client.query('commit')
    return value
  } catch (error) {
    connection.end()
    // A connection that cannot go back may still stand in this transaction, so it serves nobody else.
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const settings = ['kind', 'person', 'job', 'classes', 'writes', 'today']
const setAll = `select num_nulls(${settings.map((name, at) => `set_config('mufakat.${name}', $${at + 1}, true)`).join(', ')})`

/** A statement of its own beside `begin`, with one column for an answer: its plan is kept, and there is little to read. */
function actAs(client: pg.PoolClient, actor: Actor, now: Date): Promise<unknown> {
  const job = actor.kind === 'job' ? actor : undefined
  return client.query(setAll, [
    actor.kind,
    actor.kind === 'person' ? actor.personId : '',
    job?.job ?? '',
    words(job?.classes),
    words(job?.writes),
    jakartaDate(now),
  ])
}

/** A comma inside of one would make two of it. */
function words(list: readonly string[] = []): string {
  const odd = list.find((word) => !/^[a-z][a-z0-9-]*$/.test(word))
  if (odd !== undefined) throw new Error(`not a word: ${odd}`)
  return list.join(',')
}

/** The calendar day in western Indonesia (UTC+7, no daylight saving), where the jurisdiction's deadlines run. */
export function jakartaDate(now: Date): string {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}
