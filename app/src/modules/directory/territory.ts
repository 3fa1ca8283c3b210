export const territoryLevels = ['province', 'regency', 'district', 'village'] as const
export type TerritoryLevel = (typeof territoryLevels)[number]

/** An official area. Codes of the Ministry of Home Affairs: '33', '33.74', '33.74.01', '33.74.01.1001'. */
export type Territory = {
  code: string
  name: string
  level: TerritoryLevel
  parent_code: string | null
  /** The release that no longer has it. */
  retired_in: string | null
}

/** Which release of the source is loaded, and when. */
export type TerritoryLoad = { source: string; version: string; licence: string; areas: number; loaded_at: Date }

export function isTerritoryCode(text: string): boolean {
  return /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(text)
}

/** '33.74.01' → ['33', '33.74']. */
export function codesAbove(code: string): string[] {
  const parts = code.split('.')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'))
}
