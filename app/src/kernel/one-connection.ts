import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { DB } from './schema.ts'

/**
 * Queries of one transaction on its connection, each sent when it is asked for: what is asked for together goes out
 * together. Kysely's own single connection sends the next query only after the answer to the one before.
 */
export class OneConnection implements DatabaseConnection {
  readonly queries: Kysely<DB>
  #client: pg.PoolClient | undefined

  constructor(client: pg.PoolClient) {
    this.#client = client
    this.queries = new Kysely<DB>({ dialect: dialectOn(this) })
  }

  /** What still runs after a failure elsewhere must not ask on a connection that already serves another actor. */
  end(): void {
    this.#client = undefined
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#client) throw new Error('The transaction has ended')
    const { rows, rowCount, command } = await this.#client.query(sql, parameters as unknown[])
    return changes.has(command) ? { rows, numAffectedRows: BigInt(rowCount ?? 0) } : { rows }
  }

  streamQuery(): never {
    throw new Error('A transaction reads whole answers')
  }
}

const changes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function dialectOn(connection: DatabaseConnection): Dialect {
  const refuse = () => Promise.reject(new Error('A transaction is begun by readAs and writeAs'))
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    destroy: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
  }
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
