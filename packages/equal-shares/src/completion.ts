import { type Accept, allOutcomesAccepted } from './certificate.ts'
import { equalSharesAt, type Run, type Setting } from './equal-shares.ts'
import { type Fraction, toNumber } from './fraction.ts'
import { afterFailure, afterLeap, afterStep, firstPace } from './pace.ts'
import { EPSILON } from './price.ts'

/** `exhaustive`: also stop as soon as no project left out fits the rest of the budget. `increment`: of the endowment, in the election's units. */
export type Add1 = { increment: Fraction; exhaustive: boolean }

/** Why no higher endowment was tried: the next outcome costs too much, nothing fits the rest, all is bought, or add1 was not asked for. */
export type Stop = 'overshoot' | 'exhaustive' | 'complete' | 'first'

/** `steps`: increments made. `beyond`: the outcome one increment further, where that is what ended add1. `runs`, `leaps`: runs computed one by one, and intervals of endowments passed over with a proof. */
export type Completed = { run: Run; beyond: Run | null; steps: number; runs: number; leaps: number; stop: Stop }

/**
 * Add1: starting from budget / voters, raise everybody's endowment by `increment` as long as the outcome stays within
 * the budget, and keep the last one that does. Stops before the first step that overshoots; with `exhaustive` also at the
 * first outcome to which no further project could be added; and where everything that has a supporter is bought. The answer is
 * the one stepping gives; intervals in which every outcome is proved to let stepping go on are not stepped through.
 */
export function add1(setting: Setting, options: Add1): Completed {
  const at = (step: number) => endowmentAfter(setting, options.increment, step)
  const goesOn: Accept = (bought, cost) => whyStop(setting, options, bought, cost) === null
  const counts = { runs: 0, leaps: 0 }
  let step = 0
  let run = runAt(setting, at(0), counts)
  let pace = firstPace
  for (;;) {
    const why = whyStop(setting, options, boughtIn(setting, run), run.cost)
    if (why !== null) return { run, beyond: null, steps: step, ...counts, stop: why }
    while (pace.wait === 0) {
      const low = toNumber(at(step)) * (1 - 2 * EPSILON)
      const high = toNumber(at(step + pace.leap)) * (1 + 2 * EPSILON)
      if (allOutcomesAccepted(setting, low, high, goesOn)) {
        step += pace.leap
        counts.leaps++
        pace = afterLeap(pace)
      } else pace = afterFailure(pace)
    }
    pace = afterStep(pace)
    const next = runAt(setting, at(step + 1), counts)
    if (next.cost > setting.profile.election.budget) {
      return { run: runAt(setting, at(step), counts), beyond: next, steps: step, ...counts, stop: 'overshoot' }
    }
    step++
    run = next
  }
}

/** Everybody's money after `steps` increments, exactly. */
export function endowmentAfter({ profile }: Setting, increment: Fraction, steps: number): Fraction {
  const voters = BigInt(profile.voters)
  return {
    numerator: profile.election.budget * increment.denominator + BigInt(steps) * increment.numerator * voters,
    denominator: voters * increment.denominator,
  }
}

/** Why stepping ends at an outcome, or null if it goes on. An outcome over the budget ends it too, at the step before. */
export function whyStop({ profile }: Setting, { exhaustive }: Add1, bought: Uint8Array, cost: bigint): Stop | null {
  const { projects, budget } = profile.election
  if (cost > budget) return 'overshoot'
  if (projects.every((_, p) => bought[p] || profile.votes[p] === 0)) return 'complete'
  if (exhaustive && projects.every((project, p) => bought[p] || project.cost > budget - cost)) return 'exhaustive'
  return null
}

export function boughtIn({ profile }: Setting, run: Run): Uint8Array {
  const bought = new Uint8Array(profile.cost.length)
  for (const { project } of run.purchases) bought[project] = 1
  return bought
}

function runAt(setting: Setting, endowment: Fraction, counts: { runs: number }): Run {
  counts.runs++
  return equalSharesAt(setting, endowment)
}
