/** An interval shorter than this is stepped through: looking for a proof costs as much as several runs. */
const SHORTEST_LEAP = 8
/** Where no proof is found stepping goes on for a while, longer each time, before the next attempt. */
const LONGEST_WAIT = 64
/** Leaps made at a length before a longer one is tried again, at most: a failed attempt costs as much as a few leaps. */
const LONGEST_STREAK = 16

/**
 * How far to leap next and when to step instead. Nothing here can change a result, only how soon it is found.
 * `wait`: single steps to make before the next attempt; `streak`: leaps still to make before the length is doubled.
 */
export type Pace = { leap: number; wait: number; lastWait: number; streak: number; lastStreak: number }

export const firstPace: Pace = { leap: SHORTEST_LEAP, wait: 0, lastWait: SHORTEST_LEAP / 2, streak: 1, lastStreak: 1 }

export function afterLeap(pace: Pace): Pace {
  if (pace.streak > 1) return { ...pace, streak: pace.streak - 1 }
  return {
    ...pace,
    leap: pace.leap * 2,
    lastWait: SHORTEST_LEAP / 2,
    streak: 1,
    lastStreak: Math.max(1, pace.lastStreak / 2),
  }
}

export function afterFailure(pace: Pace): Pace {
  const streak = Math.min(2 * pace.lastStreak, LONGEST_STREAK)
  if (pace.leap > SHORTEST_LEAP) return { ...pace, leap: pace.leap / 2, streak, lastStreak: streak }
  const wait = Math.min(2 * pace.lastWait, LONGEST_WAIT)
  return { ...pace, wait, lastWait: wait, streak: 1, lastStreak: 1 }
}

export function afterStep(pace: Pace): Pace {
  return { ...pace, wait: Math.max(0, pace.wait - 1) }
}
