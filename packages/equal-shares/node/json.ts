import {
  type Comparison,
  exactPrices,
  explain,
  formatFraction,
  type Outcome,
  type Profile,
  toNumber,
} from '../src/index.ts'

/** What `--json` prints; amounts are in the currency, exact prices are fractions of it. */
export function outcomeAsJson(profile: Profile, outcome: Outcome, comparisons: Comparison[] | null): object {
  const { election } = profile
  const { options, course, comparison } = outcome
  const ids = (projects: readonly number[]) => projects.map((p) => election.projects[p]!.id)
  const unit = 10n ** BigInt(election.decimals)
  return {
    rule: options.rule,
    selected: ids(outcome.selected),
    cost: toNumber({ numerator: outcome.cost, denominator: unit }),
    budget: toNumber({ numerator: election.budget, denominator: unit }),
    rounds: roundsOf(profile, outcome),
    ties: outcome.ties.map(({ round, projects, chosen, by }) => ({
      round,
      projects: ids(projects),
      chosen: ids([chosen])[0],
      by,
    })),
    projects: explain(profile, outcome).map(({ project: _, fate, ...account }) => {
      const { kind, ...why } = fate
      return { ...account, payment: fate.kind === 'paid' ? fate.payment : null, reason: kind, ...omitPayment(why) }
    }),
    voters: profile.voters,
    currency: election.currency,
    options: optionsAsJson(outcome, election.pointDecimals),
    endowment: course.rule === 'equal-shares' ? endowmentOf(course.completed, unit, ids) : null,
    comparison: comparison && { ...comparison, instead: ids(comparison.instead) },
    warnings: election.warnings,
    ...(comparisons && {
      compare: comparisons.map(({ outcome: other, ...figures }) => ({ ...figures, selected: ids(other.selected) })),
    }),
  }
}

function omitPayment(why: object): object {
  return Object.fromEntries(Object.entries(why).filter(([key]) => key !== 'payment'))
}

function roundsOf(profile: Profile, { selected, course }: Outcome): object[] {
  const { projects, decimals } = profile.election
  const scale = 10n ** BigInt(decimals)
  const points = 10n ** BigInt(profile.election.pointDecimals)
  const prices =
    course.rule === 'equal-shares'
      ? exactPrices(profile, course.completed.run)
      : course.rule === 'phragmen'
        ? course.phragmen.times
        : []
  return selected.map((p, at) => {
    const price = prices[at]
    const shown = price && { numerator: price.numerator * points, denominator: price.denominator * scale }
    return {
      round: at + 1,
      project: projects[p]!.id,
      ...(shown && { price: toNumber(shown), exactPrice: formatFraction(shown) }),
    }
  })
}

function optionsAsJson({ options }: Outcome, pointDecimals: number): object {
  const { utility, completion, increment, exhaustive, comparison, noSkip, threshold, tie } = options
  const common = { tie: tie.criteria.map((criterion) => (criterion === 'lot' ? `lot:${tie.seed}` : criterion)) }
  if (options.rule === 'phragmen') return common
  if (options.rule === 'greedy')
    return { utility, noSkip, threshold: threshold === null ? null : threshold / 10 ** pointDecimals, ...common }
  const step = toNumber({ numerator: increment.units, denominator: 10n ** BigInt(increment.decimals) })
  return { utility, completion, increment: step, exhaustive, comparison, ...common }
}

type Completed = Extract<Outcome['course'], { rule: 'equal-shares' }>['completed']

function endowmentOf(
  { run, beyond, steps, stop }: Completed,
  unit: bigint,
  ids: (projects: number[]) => string[],
): object {
  const each = { numerator: run.endowment.numerator, denominator: run.endowment.denominator * unit }
  const next = beyond && {
    selected: ids(beyond.purchases.map(({ project }) => project)),
    cost: toNumber({ numerator: beyond.cost, denominator: unit }),
  }
  return { each: toNumber(each), exact: formatFraction(each), increments: steps, stop, next }
}
