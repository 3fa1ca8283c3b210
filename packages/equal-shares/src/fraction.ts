/** An exact rational number; the denominator is positive. */
export type Fraction = { numerator: bigint; denominator: bigint }

/** The nearest double up to one unit in the last place, for numbers of any size. */
export function toNumber({ numerator, denominator }: Fraction): number {
  if (numerator < 0n) return -toNumber({ numerator: -numerator, denominator })
  const excess = bits(numerator) - bits(denominator)
  // 64 significant bits of the quotient are kept, so the division below loses less than 2^-63 of the value.
  const shift = 64 - excess
  const quotient = shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift))
  return Number(quotient) * 2 ** -shift
}

/** Lowest terms, written `7/3` or `7`. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  const shared = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator)
  return denominator === shared ? `${numerator / shared}` : `${numerator / shared}/${denominator / shared}`
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function bits(value: bigint): number {
  const digits = value.toString(16)
  return (digits.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(digits[0]!, 16)))
}
