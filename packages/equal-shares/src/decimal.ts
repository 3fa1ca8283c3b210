/** A decimal number as written: `units` / 10^`decimals`. */
export type Decimal = { units: bigint; decimals: number }

const PLAIN = /^[+-]?\d{1,30}(?:\.(\d{0,20}))?$/

/**
 * Reads `100000`, `100000.0`, `776314.03` exactly; trailing zeros after the point do not count.
 * Returns null for anything else (exponents, NaN, thousands separators, more than 20 decimal places).
 */
export function parseDecimal(text: string): Decimal | null {
  const trimmed = text.trim()
  const match = PLAIN.exec(trimmed)
  if (!match) return null
  const places = (match[1] ?? '').replace(/0+$/, '')
  const whole = trimmed.split('.')[0]!
  return { units: BigInt(whole + places), decimals: places.length }
}

/** The same value in units of 10^-`decimals`; `decimals` must be at least the value's own. */
export function inUnits(value: Decimal, decimals: number): bigint {
  return value.units * 10n ** BigInt(decimals - value.decimals)
}

/** `units` / 10^`decimals` as text without trailing zeros, exact. */
export function formatDecimal(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString()
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const places = digits.slice(-decimals).replace(/0+$/, '')
  return `${sign}${digits.slice(0, -decimals)}${places ? `.${places}` : ''}`
}

/** The least whole number of units of 10^-`decimals` that is not below the value. */
export function atLeast(value: Decimal, decimals: number): number {
  const fine = 10n ** BigInt(Math.max(0, value.decimals - decimals))
  const units = value.units * 10n ** BigInt(Math.max(0, decimals - value.decimals))
  return Number((units + fine - 1n) / fine)
}
