import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { decodeBundle, encodeBundle, parseTilePath, type TileAddress } from '#packages/transparency-log'

const width = 256
const hashBytes = 32

/** A tile or a bundle of entries by its path. One tile row holds every partial width that the tile ever had. */
export async function readObject(tx: ReadTx, path: string): Promise<Uint8Array | undefined> {
  const address = parseTilePath(path)
  if (!address) return undefined
  return address.level === 'entries' ? readBundleRows(tx, address) : readTileRow(tx, address.level, address)
}

async function readTileRow(tx: ReadTx, level: number, address: TileAddress): Promise<Uint8Array | undefined> {
  const bytes = address.width * hashBytes
  const { rows } = await sql<{ hashes: Buffer }>`
    select substring(hashes for ${bytes}::integer) as hashes from log_tiles
    where level = ${level} and position = ${address.index} and octet_length(hashes) >= ${bytes}`.execute(tx)
  return rows[0]?.hashes
}

async function readBundleRows(tx: ReadTx, { index, width: count }: TileAddress): Promise<Uint8Array | undefined> {
  const rows = await tx
    .selectFrom('log_entries')
    .select('entry')
    .where('position', '>=', index * width)
    .where('position', '<', index * width + count)
    .orderBy('position')
    .execute()
  return rows.length === count ? encodeBundle(rows.map(({ entry }) => entry)) : undefined
}

export async function readEntryBytes(tx: ReadTx, position: number): Promise<Uint8Array | undefined> {
  const row = await tx.selectFrom('log_entries').select('entry').where('position', '=', position).executeTakeFirst()
  return row?.entry
}

/** Writes an object that is not there yet; throws when it is there with other bytes. */
export async function writeObject(tx: Tx, path: string, bytes: Uint8Array): Promise<void> {
  const address = parseTilePath(path)
  if (!address) throw new Error(`${path} is no path of a log`)
  const same =
    address.level === 'entries'
      ? await writeEntries(tx, address.index * width, decodeBundle(bytes))
      : await writeTile(tx, address.level, address.index, bytes)
  if (!same) throw new Error(`${path} is there with other bytes`)
}

async function writeTile(tx: Tx, level: number, position: number, bytes: Uint8Array): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    insert into log_tiles as t values (${level}, ${position}, ${bytes})
    on conflict (level, position) do update set hashes =
      case when octet_length(excluded.hashes) > octet_length(t.hashes) then excluded.hashes else t.hashes end
    returning substring(hashes for ${bytes.length}::integer) = ${bytes} as same`.execute(tx)
  return rows[0]!.same
}

async function writeEntries(tx: Tx, first: number, entries: readonly Uint8Array[]): Promise<boolean> {
  const { rows } = await sql<{ others: number }>`
    with given as (
      select ${first}::bigint + place - 1 as position, entry from unnest(${entries}::bytea[]) with ordinality as u(entry, place)),
    added as (insert into log_entries select position, entry from given on conflict do nothing)
    select count(*) as others from given join log_entries e using (position) where e.entry <> given.entry`.execute(tx)
  return rows[0]!.others === 0
}
