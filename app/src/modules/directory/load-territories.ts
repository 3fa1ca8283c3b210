import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import { type Database, type Tx, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import type { TerritoryLevel } from './territory.ts'

const source = 'idn-area-data'
const licence = 'ODbL 1.0'
const loader: JobActor = { kind: 'job', job: 'load-territories', classes: ['public'] }
const levels: { level: TerritoryLevel; file: string; parent?: string }[] = [
  { level: 'province', file: 'provinces.csv' },
  { level: 'regency', file: 'regencies.csv', parent: 'province_code' },
  { level: 'district', file: 'districts.csv', parent: 'regency_code' },
  { level: 'village', file: 'villages.csv', parent: 'district_code' },
]

/** `changed`: areas added, renamed, moved or retired; 0 when this release was loaded before. */
export type LoadedTerritories = { version: string; areas: number; changed: number }

/** Copies provinces, regencies, districts and villages from idn-area-data, in one transaction of the jobs' role. */
export async function loadTerritories(jobs: Database, now: Date, folder = packageFolder()): Promise<LoadedTerritories> {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return writeAs(jobs, loader, now, async (tx) => {
    const before = await loadedBefore(tx, version)
    if (before) return { version, areas: before, changed: 0 }
    const codes: string[] = []
    let changed = 0
    for (const level of levels) {
      const areas = readAreas(join(folder, 'data', level.file), level.parent)
      codes.push(...areas.codes)
      changed += await putAreas(tx, level.level, areas)
    }
    changed += await retireOthers(tx, codes, version)
    await noteLoad(tx, now, { version, areas: codes.length, changed })
    return { version, areas: codes.length, changed }
  })
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(`${source}/package.json`))
}

async function loadedBefore(tx: Tx, version: string): Promise<number | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('mufakat-load-territories'))`.execute(tx)
  const last = await tx
    .selectFrom('territory_loads')
    .select(['version', 'areas'])
    .where('source', '=', source)
    .orderBy('loaded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.version === version ? last.areas : undefined
}

type Areas = { codes: string[]; names: string[]; parents: (string | null)[] }

function readAreas(file: string, parent?: string): Areas {
  const rows = parse(readFileSync(file), { columns: true, skip_empty_lines: true }) as Record<string, string>[]
  return {
    codes: rows.map((row) => row.code!),
    names: rows.map((row) => row.name!),
    parents: rows.map((row) => (parent ? row[parent]! : null)),
  }
}

async function putAreas(tx: Tx, level: TerritoryLevel, { codes, names, parents }: Areas): Promise<number> {
  const result = await sql`
    insert into territories (code, name, level, parent_code)
    select code, name, ${level}, parent from unnest(${codes}::text[], ${names}::text[], ${parents}::text[]) as a(code, name, parent)
    on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code, retired_in = null
    where (territories.name, territories.parent_code, territories.retired_in)
      is distinct from (excluded.name, excluded.parent_code, null)`.execute(tx)
  return Number(result.numAffectedRows)
}

/**
 * What the release no longer has stays, because records refer to it; it is only marked. `<> all` is looked up in a hash;
 * a join with an array of which nothing is known compares every area with every code.
 */
async function retireOthers(tx: Tx, codes: string[], version: string): Promise<number> {
  const result = await sql`
    update territories set retired_in = ${version} where retired_in is null
      and code <> all (${codes}::text[])`.execute(tx)
  return Number(result.numAffectedRows)
}

async function noteLoad(tx: Tx, now: Date, { version, areas, changed }: LoadedTerritories): Promise<void> {
  const id = newId(now)
  await tx
    .insertInto('territory_loads')
    .values({ id, source, version, licence, areas, changed, loaded_at: now })
    .execute()
  await appendEvent(tx, loader, now, {
    name: 'territories.loaded',
    programmeId: null,
    class: 'public',
    subjectKind: 'territories',
    subjectId: id,
    payload: { version, areas, changed },
  })
}
