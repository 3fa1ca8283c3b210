/**
 * A tree size or an index written as ASCII decimal without leading zeroes, or undefined.
 * The formats allow 64 bits; beyond 2^53 - 1, which no real log reaches, a value is refused.
 */
export function parseDecimal(text: string): number | undefined {
  if (!/^(0|[1-9][0-9]{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}

export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}
