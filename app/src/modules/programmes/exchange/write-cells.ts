import type { ReadTx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'
import { exportedCells, exportedServices, exportedTerritories } from '../store/exported.ts'
import type { ExportKeys } from './keys.ts'
import type { ExchangeKeys } from './part.ts'
import { said, wordsOrThrow } from './words.ts'

export async function writeCells(
  tx: ReadTx,
  programmeId: string,
  given: ExchangeKeys,
): Promise<Partial<ProgrammeExchange>> {
  const keys = given as ExportKeys
  const services = await exportedServices(tx, programmeId)
  for (const service of services) keys.set('services', service.id, service.key)
  const territories = await exportedTerritories(tx, programmeId)
  const keyOfCode = new Map(territories.map((place) => [place.code, keys.key('territories', place.id, place.code)]))
  const cells = await exportedCells(tx, programmeId)
  return {
    services: services.map(({ key, name, name_en, lang }) => ({
      key,
      names: wordsOrThrow(name, name_en, lang as 'id'),
    })),
    territories: territories.map((place) => territoryOf(place, keys, keyOfCode)),
    cells: cells.map((cell) => {
      const [service, territory] = [keys.key('services', cell.service_id), keyOfCode.get(cell.territory_code)!]
      const accountable = cell.bodies.map((id) => keys.key('organisations', id))
      const row = said({ service, territory, accountable, task: cell.task_key ?? undefined })
      keys.keep('cells', `${service}/${territory}`, cell.id, row)
      return row
    }),
  }
}

type Place = Awaited<ReturnType<typeof exportedTerritories>>[number]

function territoryOf(place: Place, keys: ExchangeKeys, keyOfCode: Map<string, string>) {
  return said({
    key: keyOfCode.get(place.code)!,
    names: wordsOrThrow(place.name, place.name_en, place.lang as 'id'),
    code: place.area_code ? { scheme: place.scheme ?? 'kemendagri', id: place.area_code } : undefined,
    parent: place.parent_code ? keyOfCode.get(place.parent_code) : undefined,
    organisation: place.organisation_id ? keys.key('organisations', place.organisation_id) : undefined,
  })
}
