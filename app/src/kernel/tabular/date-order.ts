import { fold } from './plain-text.ts'

/** Which number comes first in 7/8/2014: the day, the month or (2014/8/7) the year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** What a column tells about its order: `certain` when every cell that tells agrees. Counts are cells. */
export type OrderInference = {
  order: 'dmy' | 'mdy'
  certain: boolean
  evidence: { dmy: number; mdy: number; ambiguous: number }
}

const NUMERIC = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})(?:[ t]\d{1,2}[:.]\d{2}.*)?$/

/** The only order that this numeric date can have, `either` when both read, `null` when it is not of this shape. */
export function orderOf(raw: string): 'dmy' | 'mdy' | 'either' | null {
  const match = raw.length > 40 ? null : NUMERIC.exec(fold(raw))
  if (!match) return null
  const [first, second] = [Number(match[1]), Number(match[2])]
  if (first < 1 || second < 1 || Math.max(first, second) > 31 || Math.min(first, second) > 12) return null
  if (first > 12) return 'dmy'
  if (second > 12) return 'mdy'
  return 'either'
}

/**
 * Day or month first, from the members of the column that can be read in one way only; the majority when they disagree,
 * and day first (the usage of Indonesia and most of the world) when none tells.
 */
export function inferDateOrder(cells: Iterable<string>): OrderInference {
  const evidence = { dmy: 0, mdy: 0, ambiguous: 0 }
  for (const cell of cells) {
    const order = orderOf(cell)
    if (order === 'either') evidence.ambiguous++
    else if (order) evidence[order]++
  }
  const told = Math.min(evidence.dmy, evidence.mdy) === 0 && evidence.dmy + evidence.mdy > 0
  return { order: evidence.mdy > evidence.dmy ? 'mdy' : 'dmy', certain: told, evidence }
}

/** Days since 30 December 1899 that a spreadsheet shows when its date format is lost: 1982 to 2119 as whole numbers. */
export const SERIAL_RANGE = { least: 30_000, most: 80_000 } as const

/** True when the column holds spreadsheet serial numbers: all its filled cells are numbers in that range, two at least. */
export function inferSerials(cells: Iterable<string>): boolean {
  const filled = [...cells].map((cell) => cell.trim()).filter((cell) => cell !== '')
  return filled.length > 1 && filled.every(isSerial)
}

export function isSerial(cell: string): boolean {
  return (
    /^\d{5}([.,]\d+)?$/.test(cell) &&
    Number(cell.slice(0, 5)) >= SERIAL_RANGE.least &&
    Number(cell.slice(0, 5)) < SERIAL_RANGE.most
  )
}
