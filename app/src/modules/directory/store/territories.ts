import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { codesAbove, isTerritoryCode, type Territory, type TerritoryLoad } from '../territory.ts'

export const pageSize = 25
const columns = ['code', 'name', 'level', 'parent_code', 'retired_in'] as const

export async function readTerritory(tx: ReadTx, code: string): Promise<Territory | undefined> {
  if (!isTerritoryCode(code)) return undefined
  const row = await tx.selectFrom('territories').select(columns).where('code', '=', code).executeTakeFirst()
  return row as Territory | undefined
}

/** The areas that hold this one, the province first. */
export async function territoriesAbove(tx: ReadTx, code: string): Promise<Territory[]> {
  const codes = codesAbove(code)
  if (codes.length === 0) return []
  const rows = await tx.selectFrom('territories').select(columns).where('code', 'in', codes).orderBy('code').execute()
  return rows as Territory[]
}

/** The areas directly below one, or the provinces; sorted by code. */
export async function territoriesBelow(tx: ReadTx, code: string | null, page?: number) {
  let query = tx
    .selectFrom('territories')
    .where('parent_code', code === null ? 'is' : '=', code)
    .where('retired_in', 'is', null)
  if (code === null) query = query.where('level', '=', 'province')
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  let list = query.select(columns).orderBy('code')
  if (page) list = list.limit(pageSize).offset((page - 1) * pageSize)
  return { total, rows: (await list.execute()) as Territory[] }
}

/** Areas whose name, with or without "Kabupaten" or "Kota", begins like this; larger areas first. */
export async function territoriesNamed(tx: ReadTx, beginning: string, most: number): Promise<Territory[]> {
  const asked = beginning.trim().replace(/\s+/g, ' ')
  if (asked === '') return []
  const { rows } = await sql<Territory>`
    select code, name, level, parent_code, retired_in from territories
    where code = any (array(select mufakat.territories_named(${asked}, ${most})))
    order by length(code), name, code`.execute(tx)
  return rows
}

export async function territoryNames(tx: ReadTx, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx.selectFrom('territories').select(['code', 'name']).where('code', 'in', codes).execute()
  return new Map(rows.map((row) => [row.code, row.name]))
}

export async function latestLoad(tx: ReadTx): Promise<TerritoryLoad | undefined> {
  return tx
    .selectFrom('territory_loads')
    .select(['source', 'version', 'licence', 'areas', 'loaded_at'])
    .orderBy('loaded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}
