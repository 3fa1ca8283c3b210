import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'

export type ExternalKey = { kind: string; key: string; record_id: string; extra: Record<string, unknown> | null }

/** Every row that an import made or met in this programme, by the list and key of its file. */
export async function externalKeys(tx: ReadTx, programmeId: string): Promise<ExternalKey[]> {
  const rows = await tx
    .selectFrom('external_keys')
    .select(['kind', 'key', 'record_id', 'extra'])
    .where('programme_id', '=', programmeId)
    .execute()
  return rows as ExternalKey[]
}

type Kept = { programmeId: string; source: string; now: Date; keys: ExternalKey[] }

export async function keepExternalKeys(tx: Tx, { programmeId, source, now, keys }: Kept): Promise<void> {
  if (keys.length === 0) return
  const rows = keys.map(({ kind, key, record_id, extra }) => ({
    kind,
    key,
    record_id,
    extra: extra && JSON.stringify(extra),
  }))
  await tx
    .insertInto('external_keys')
    .values(rows.map((row) => ({ ...row, programme_id: programmeId, source, created_at: now, created_by: null })))
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'kind', 'key']).doUpdateSet({
        record_id: sql`excluded.record_id`,
        source: sql`excluded.source`,
        extra: sql`excluded.extra`,
      }),
    )
    .execute()
}
