import type { Lang } from '#kernel/reason.ts'
import type {
  CharterCell,
  CharterContent,
  CharterRole,
  CharterService,
  CharterTerritory,
  LegalBasis,
} from './charter.ts'
import { slugOf } from './programme.ts'

/** Lists of a charter as people type them: one a line. What was known before keeps its key and translation. */

export type Line<T> = { rows: T[]; doubled?: string; bad?: string }

export function linesOf(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** "Judul | https://…" */
export function readLegalBasis(text: string | undefined, before: LegalBasis[], lang: Lang): Line<LegalBasis> {
  const rows: LegalBasis[] = []
  for (const line of linesOf(text)) {
    const [title = '', url] = line.split('|').map((part) => part.trim())
    if (title === '' || (url && !/^https?:\/\/\S+$/.test(url))) return { rows, bad: line }
    const known = before.find((basis) => basis.title === title)
    rows.push({ title, lang: known?.lang ?? lang, ...(url ? { url } : {}) })
  }
  return unique(rows, (row) => row.title)
}

export function readRoles(text: string | undefined, before: CharterRole[], lang: Lang): Line<CharterRole> {
  const rows = linesOf(text).map(
    (title) => before.find((role) => role.title === title) ?? { key: slugOf(title), title, lang },
  )
  return unique(rows, (row) => row.key)
}

export function readServices(text: string | undefined, before: CharterService[], lang: Lang): Line<CharterService> {
  const rows = linesOf(text).map((name) => before.find((one) => one.name === name) ?? { key: slugOf(name), name, lang })
  return unique(rows, (row) => row.key)
}

/** "33.02.01 Lumbir", or a name alone, whose code is made from it. */
export function readTerritories(
  text: string | undefined,
  before: CharterTerritory[],
  lang: Lang,
): Line<CharterTerritory> {
  const rows = linesOf(text).map((line) => {
    const known = before.find((place) => territoryLine(place) === line)
    if (known) return known
    const [, code, name] = line.match(/^(\d[\d.]*)\s+(.+)$/) ?? []
    return { code: code ?? slugOf(line), name: name ?? line, lang }
  })
  return unique(rows, (row) => row.code)
}

export function territoryLine({ code, name }: CharterTerritory): string {
  return /^\d/.test(code) ? `${code} ${name}` : name
}

export function legalBasisLine({ title, url }: LegalBasis): string {
  return url ? `${title} | ${url}` : title
}

function unique<T>(rows: T[], keyOf: (row: T) => string): Line<T> {
  const keys = rows.map(keyOf)
  const second = rows.find((row, index) => keys.indexOf(keyOf(row)) !== index)
  return second ? { rows, doubled: keyOf(second) } : { rows }
}

/** Pairs that were there before stay as they were decided; every new pair is required until someone unticks it. */
export function cellsAfter(
  before: CharterContent,
  services: CharterService[],
  places: CharterTerritory[],
): CharterCell[] {
  const had = (service: string, place: string) =>
    before.services.some((one) => one.key === service) && before.territories.some((one) => one.code === place)
  const required = new Set(before.cells.map(cellKey))
  const pairs = services.flatMap(({ key }) => places.map(({ code }) => ({ service: key, territory: code })))
  return pairs.filter((cell) => required.has(cellKey(cell)) || !had(cell.service, cell.territory))
}

export function cellKey({ service, territory }: CharterCell): string {
  return `${service}|${territory}`
}
