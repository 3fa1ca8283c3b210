import type { Tx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'
import { putCell, putCharterRow, putService, putTerritory } from '../store/imported.ts'
import { codeOf } from './charters-part.ts'
import type { ImportIds } from './ids.ts'
import type { ExchangePart } from './part.ts'
import { made } from './programme-part.ts'
import { columnsOf } from './words.ts'
import { writeCells } from './write-cells.ts'

/** Services, territories, and the cells that the charter in force requires. */
export const cellsPart: ExchangePart = {
  name: 'cells',
  async read(tx, file, ids) {
    await readServices(tx, file, ids as ImportIds)
    await readTerritories(tx, file, ids as ImportIds)
    await readCells(tx, file, ids as ImportIds)
  },
  write: writeCells,
}

async function readServices(tx: Tx, { services = [] }: ProgrammeExchange, ids: ImportIds): Promise<void> {
  for (const service of services) {
    const fate = ids.fate('services', service.key, service)
    const { own, en, lang } = columnsOf(service.names)
    const row = {
      id: ids.newId(),
      programme_id: ids.programmeId,
      key: service.key,
      name: own,
      name_en: en,
      lang,
      ...made(ids),
    }
    const id = fate === 'unchanged' ? ids.known('services', service.key)! : await putService(tx, row)
    await ids.keep('services', service.key, id, fate, service)
  }
}

async function readTerritories(tx: Tx, { territories = [] }: ProgrammeExchange, ids: ImportIds): Promise<void> {
  for (const place of territories) {
    const fate = ids.fate('territories', place.key, place)
    const { own, en, lang } = columnsOf(place.names)
    const row = {
      id: ids.newId(),
      programme_id: ids.programmeId,
      code: codeOf(place.key, territories),
      name: own,
      name_en: en,
      lang,
      scheme: place.code?.scheme ?? null,
      area_code: place.code?.id ?? null,
      parent_code: place.parent ? codeOf(place.parent, territories) : null,
      organisation_id: place.organisation ? ids.id('organisations', place.organisation) : null,
      ...made(ids),
    }
    const id = fate === 'unchanged' ? ids.known('territories', place.key)! : await putTerritory(tx, row)
    await ids.keep('territories', place.key, id, fate, place)
  }
}

async function readCells(tx: Tx, file: ProgrammeExchange, ids: ImportIds): Promise<void> {
  const { cells = [], territories = [] } = file
  if (cells.length === 0) return
  const charterId = await charterOf(tx, file, ids)
  for (const cell of cells) {
    const key = `${cell.service}/${cell.territory}`
    const fate = ids.fate('cells', key, cell)
    const { own, en } = columnsOf(territories.find((place) => place.key === cell.territory)!.names)
    const row = {
      id: ids.newId(),
      charter_id: charterId,
      programme_id: ids.programmeId,
      service_id: ids.id('services', cell.service),
      territory_code: codeOf(cell.territory, territories),
      territory_name: own,
      territory_name_en: en,
      task_key: cell.task ?? null,
      ...made(ids),
    }
    const bodies = (cell.accountable ?? []).map((body) => ids.id('organisations', body))
    const id = fate === 'unchanged' ? ids.known('cells', key)! : await putCell(tx, row, bodies)
    await ids.keep('cells', key, id, fate, cell)
  }
}

/** The charter that requires the cells: the last of the file, else one that says nothing more. */
async function charterOf(tx: Tx, file: ProgrammeExchange, ids: ImportIds): Promise<string> {
  const last = file.charters?.at(-1)
  if (last) return ids.id('charters', String(Math.max(...file.charters!.map((charter) => charter.version))))
  const known = ids.known('charters', 'implied')
  const id = known ?? ids.newId()
  const lang = columnsOf(file.programme.names).lang
  const row = {
    id,
    programme_id: ids.programmeId,
    owner_id: ids.ownerId,
    lang,
    number: 1,
    status: 'in-force',
    ...made(ids),
  }
  if (!known) await putCharterRow(tx, undefined, row)
  await ids.keep('charters', 'implied', id, known ? 'unchanged' : 'created')
  return id
}
