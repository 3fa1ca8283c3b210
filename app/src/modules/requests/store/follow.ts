import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { hashToken, isToken } from '#kernel/session/token.ts'

/** Whoever brings a token reads and does what the requester may, in this transaction; an unknown one opens nothing. */
export async function bring(tx: ReadTx, token: string): Promise<void> {
  const hash = isToken(token) ? hashToken(token) : createHash('sha256').update('').digest()
  await sql`select set_config('mufakat.request_token', ${hash.toString('hex')}, true)`.execute(tx)
}

/** The request that this token opens. */
export async function broughtId(tx: ReadTx, token: string): Promise<string | undefined> {
  await bring(tx, token)
  // One's own list is not what the token opens, so the person's requests are left out.
  const { rows } = await sql<{ id: string }>`select mufakat.brought_request() as id`.execute(tx)
  return rows[0]?.id ?? undefined
}
