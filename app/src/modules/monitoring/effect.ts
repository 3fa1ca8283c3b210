/** A mitigation is effective when the detector's value has fallen by this share at its review date. */
export const neededFall = 0.2

export type Effect = {
  base: number
  value: number /** −0.25: fallen by a quarter. */
  change: number
  effective: boolean
}

export function effectOf(base: number, value: number): Effect {
  const change = base === 0 ? 0 : (value - base) / base
  return { base, value, change, effective: base > 0 && change <= -neededFall + 1e-9 }
}
