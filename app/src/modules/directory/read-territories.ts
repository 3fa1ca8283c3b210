import type { ReadTx } from '#kernel/database.ts'
import { listOrganisations } from './store/list-organisations.ts'
import * as store from './store/territories.ts'
import { codesAbove, type Territory, type TerritoryLoad } from './territory.ts'

export const foundMost = 50
export type TerritoriesData = {
  q: string
  found: { area: Territory; within: string }[]
  provinces: Territory[]
  load: TerritoryLoad | undefined
}

export async function loadTerritoriesPage(tx: ReadTx, q: string): Promise<TerritoriesData> {
  const load = await store.latestLoad(tx)
  if (!q) return { q, found: [], provinces: (await store.territoriesBelow(tx, null)).rows, load }
  const areas = await store.territoriesNamed(tx, q, foundMost)
  const names = await store.territoryNames(tx, [...new Set(areas.flatMap((area) => codesAbove(area.code)))])
  const found = areas.map((area) => ({
    area,
    within: codesAbove(area.code)
      .map((code) => names.get(code))
      .reverse()
      .join(', '),
  }))
  return { q, found, provinces: [], load }
}

export type TerritoryData = {
  area: Territory
  above: Territory[]
  below: Territory[]
  total: number
  page: number
  organisations: number
  load: TerritoryLoad | undefined
}

export async function loadTerritory(
  tx: ReadTx,
  code: string,
  page: number,
  today: string,
): Promise<TerritoryData | undefined> {
  const area = await store.readTerritory(tx, code)
  if (!area) return undefined
  const { rows, total } = await store.territoriesBelow(tx, code, page)
  const filter = { q: '', kind: '', area: code, state: '', sort: 'name', dir: 'asc', page: 1 } as const
  return {
    area,
    above: await store.territoriesAbove(tx, code),
    below: rows,
    total,
    page,
    organisations: (await listOrganisations(tx, filter, today)).total,
    load: await store.latestLoad(tx),
  }
}
