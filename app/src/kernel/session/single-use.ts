import { createHmac } from 'node:crypto'
import type { ReadTx, Tx } from '../database.ts'
import { newId } from '../ids.ts'
import { capabilityToken, hashToken, isToken } from './token.ts'

export type LinkKind = 'invitation' | 'password-reset'
export type LinkState = 'open' | 'used' | 'expired'
export type Link = { id: string; kind: LinkKind; personId: string; state: LinkState }

/** Links work once, for this long. */
export const linkHours = 24

/** Adds a link and stops every earlier one of the same person and kind. Returns its id; the token is derived from it. */
export async function addLink(
  tx: Tx,
  secret: string,
  link: { kind: LinkKind; personId: string; by?: string; now: Date; id?: string },
): Promise<string> {
  const { kind, personId, by, now } = link
  await stopLinks(tx, personId, now, kind)
  const id = link.id ?? newId(now)
  await tx
    .insertInto('single_use_links')
    .values({
      id,
      kind,
      token_hash: hashToken(linkToken(secret, id)),
      person_id: personId,
      expires_at: new Date(now.getTime() + linkHours * 3_600_000),
      created_at: now,
      created_by: by ?? null,
    })
    .execute()
  return id
}

/** Whether a form made this link already: its key became the link's id. */
export async function hasLink(tx: ReadTx, id: string): Promise<boolean> {
  const row = await tx.selectFrom('single_use_links').select('id').where('id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** A keyed hash of the link's id with the server's secret: 256 bits that the database alone cannot produce. */
export function linkToken(secret: string, linkId: string): string {
  return createHmac('sha256', secret).update(`single-use link\0${linkId}`).digest('base64url')
}

type SentBody = { body: string; link_id: string | null; capability?: string | null }

/** What a mail says when it leaves: `{token}` in its body becomes the token of its link, or of the record that it opens. */
export function mailBody(secret: string, { body, link_id, capability }: SentBody): string {
  const [purpose, id] = capability?.split(':') ?? []
  if (purpose && id) return body.replaceAll('{token}', capabilityToken(secret, purpose, id))
  return link_id ? body.replaceAll('{token}', linkToken(secret, link_id)) : body
}

export async function readLink(tx: ReadTx, kind: LinkKind, token: string, now: Date): Promise<Link | undefined> {
  if (!isToken(token)) return undefined
  const row = await tx
    .selectFrom('single_use_links')
    .select(['id', 'person_id', 'used_at', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row && { id: row.id, kind, personId: row.person_id, state: stateOf(row, now) }
}

export function stateOf(row: { used_at: Date | null; expires_at: Date }, now: Date): LinkState {
  if (row.used_at) return 'used'
  return row.expires_at <= now ? 'expired' : 'open'
}

/** Every open link of the person (or those of one kind) stops working. */
export async function stopLinks(tx: Tx, personId: string, now: Date, kind?: LinkKind): Promise<void> {
  let query = tx
    .updateTable('single_use_links')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
  if (kind) query = query.where('kind', '=', kind)
  await query.execute()
}
