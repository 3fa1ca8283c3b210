import { regions } from './regions.ts'

const districts = new Map(
  Object.entries(regions).flatMap(([province, list]) =>
    list.split(' ').map((one) => [province + one.slice(0, 2), Number(one.slice(3))] as const),
  ),
)

/**
 * Sixteen digits as on an identity card: district (6), day, month and year of birth (women: day + 40), serial (not 0000).
 * There is no check digit, so the region and the date are all there is to tell it from another number.
 */
export function isIdentityNumber(digits: string): boolean {
  return digits.length === 16 && inKnownDistrict(digits) && isDay(digits, 40) && digits.slice(12) !== '0000'
}

/** A family card has the same layout with the day it was issued, so no 40 is added. */
export function isFamilyCardNumber(digits: string): boolean {
  return digits.length === 16 && inKnownDistrict(digits) && isDay(digits, 0) && digits.slice(12) !== '0000'
}

export function inKnownDistrict(digits: string): boolean {
  const district = Number(digits.slice(4, 6))
  return district >= 1 && district <= (districts.get(digits.slice(0, 4)) ?? 0)
}

const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
function isDay(digits: string, added: number): boolean {
  const written = Number(digits.slice(6, 8))
  const day = written > added && added > 0 && written > 31 ? written - added : written
  const [month, year] = [Number(digits.slice(8, 10)), Number(digits.slice(10, 12))]
  const last = month === 2 && year % 4 !== 0 ? 28 : longest[month - 1]
  return last !== undefined && day >= 1 && day <= last
}
