import { isExtension, type Kept } from '../target.ts'

export type Slipping = { processChange: boolean; slipped: boolean }

/** Slipped: moved to a later day (or to no day at all), or done after the first one. */
export function hasSlipped(first: Kept, now: Kept, doneOn: string | null): boolean {
  return isExtension(first, now) || (first.due !== null && doneOn !== null && doneOn > first.due)
}

export type SlipRates = {
  process: { slipped: number; of: number }
  other: { slipped: number; of: number }
  /** How many times as often process changes slip. */
  times: number
}

/** Fewest milestones of either kind that can be compared. */
export const fewestCompared = 5

/** Undefined where one of the two kinds has too few milestones. Where no other milestone slipped, half a slip is assumed. */
export function slipRates(milestones: readonly Slipping[]): SlipRates | undefined {
  const rate = (processChange: boolean) => {
    const own = milestones.filter((one) => one.processChange === processChange)
    return { slipped: own.filter((one) => one.slipped).length, of: own.length }
  }
  const [process, other] = [rate(true), rate(false)]
  if (process.of < fewestCompared || other.of < fewestCompared) return undefined
  const usual = Math.max(other.slipped, 0.5) / other.of
  return { process, other, times: process.slipped / process.of / usual }
}
