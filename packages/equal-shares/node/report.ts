import {
  type Account,
  type Comparison,
  explain,
  type Outcome,
  type Profile,
  type Stop,
  toNumber,
} from '../src/index.ts'
import { count, moneyIn, printable, type Style, whyOf } from './words.ts'

/** The outcome for a person to read: the rule, the winners with who paid, the others with what was missing, ties. */
export function outcomeAsText(profile: Profile, outcome: Outcome): string {
  const { election } = profile
  const money = moneyIn(election.currency)
  const votesAreApprovals = election.voteType === 'approval' || election.voteType === 'choose-1'
  const style: Style = { money, rule: outcome.course.rule, votesAreApprovals }
  const amount = (units: bigint) => money(toNumber({ numerator: units, denominator: 10n ** BigInt(election.decimals) }))
  const accounts = explain(profile, outcome)
  const left = accounts.filter(({ selected }) => !selected).sort((a, b) => b.score - a.score)
  const share = (100 * Number(outcome.cost)) / Number(election.budget)
  const lines = [
    printable(election.description),
    `${count(profile.voters)} voters, ${count(accounts.length)} projects, budget ${amount(election.budget)}`,
    '',
    ...ruleLines(profile, outcome, style),
    '',
    `Selected: ${count(outcome.selected.length)} projects for ${amount(outcome.cost)} (${share.toFixed(1)} % of the budget)`,
    ...outcome.selected.flatMap((p, at) => projectLines(accounts[p]!, `${at + 1}.`, style)),
    '',
    `Not selected: ${count(left.length)} projects`,
    ...left.flatMap((account) => projectLines(account, '–', style)),
    ...tieLines(profile, outcome),
  ]
  return lines.filter((line, at) => at > 0 || line !== '').join('\n')
}

function projectLines(account: Account, mark: string, style: Style): string[] {
  return [
    `${mark.padStart(4)} ${printable(account.id)} · ${printable(account.name)} · ${style.money(account.cost)}`,
    `     ${whyOf(account, style)}`,
  ]
}

function ruleLines(profile: Profile, outcome: Outcome, { money }: Style): string[] {
  const { options, course, comparison } = outcome
  const lines: string[] = []
  if (options.rule === 'equal-shares') {
    lines.push(
      `Rule: method of equal shares, utility by ${options.utility === 'cost' ? 'cost' : 'number of projects'}, completion ${options.completion}`,
    )
  }
  if (course.rule === 'equal-shares') lines.push(...shareLines(profile, outcome, course.completed, money))
  if (course.rule === 'greedy') lines.push(...greedyLines(outcome))
  if (course.rule === 'phragmen') {
    lines.push(
      'Rule: sequential Phragmén. Every voter saves at the same pace; when the supporters of a project together have its cost, they buy it.',
    )
  }
  if (comparison) {
    const { first, second, same } = comparison.preference
    lines.push(
      `Comparison with greedy: ${count(first)} voters prefer equal shares, ${count(second)} greedy, to ${count(same)} they are the same. ` +
        (comparison.taken === 'greedy'
          ? 'More voters prefer greedy, so its outcome is taken.'
          : 'Greedy is not preferred by more voters, so equal shares stands.'),
    )
  }
  return lines
}

type Completed = Extract<Outcome['course'], { rule: 'equal-shares' }>['completed']

function shareLines(
  profile: Profile,
  { options }: Outcome,
  { run, beyond, steps, stop }: Completed,
  money: Style['money'],
): string[] {
  const unit = 10n ** BigInt(profile.election.decimals)
  const inMoney = (numerator: bigint, denominator: bigint) =>
    money(toNumber({ numerator, denominator: denominator * unit }))
  const share = inMoney(profile.election.budget, BigInt(profile.voters))
  const reasons: Record<Stop, string> = {
    overshoot: `One more raise would select projects for ${inMoney(beyond?.cost ?? 0n, 1n)}, more than the budget.`,
    exhaustive: 'Nothing that is left out fits the rest of the budget any more.',
    complete: 'Every project that has a supporter is selected.',
    first: 'It is not raised.',
  }
  const raise = toNumber({ numerator: options.increment.units, denominator: 10n ** BigInt(options.increment.decimals) })
  const raised = `For the count it is raised ${count(steps)} times by ${money(raise)}, to ${inMoney(run.endowment.numerator, run.endowment.denominator)}. `
  return [
    `Every voter's equal share of the budget is ${share}. ${steps > 0 ? raised : ''}${reasons[stop]}`,
    'The supporters of a project share its cost equally; who has less than that gives the rest of his or her share.',
  ]
}

function greedyLines({ options }: Outcome): string[] {
  const order = options.utility === 'cost' || options.rule !== 'greedy' ? 'by score' : 'by score per unit of cost'
  const skip = options.noSkip ? 'the first that does not fit ends the count' : 'what does not fit is passed over'
  return [`Rule: greedy. Projects are taken ${order}; ${skip}.`]
}

function tieLines({ election }: Profile, { ties, options }: Outcome): string[] {
  if (ties.length === 0) return []
  const why = {
    'min-cost': 'it costs less',
    'max-votes': 'more voters support it',
    lot: `by lot, seed ${printable(options.tie.seed)}`,
  }
  const ids = (projects: number[]) => projects.map((p) => printable(election.projects[p]!.id)).join(', ')
  return [
    '',
    'Ties',
    ...ties.map(
      ({ round, projects, chosen, by }) =>
        `  round ${round}: ${ids(projects)} are equal; ${ids([chosen])} comes first: ${why[by]}.`,
    ),
  ]
}

/** The rules side by side, and which project is selected under which of them. */
export function comparisonAsText(profile: Profile, comparisons: Comparison[]): string {
  const money = moneyIn(profile.election.currency)
  const rows = comparisons.map(({ name, winners, cost, spent, represented, exclusionRatio, againstGreedy }) => [
    name,
    count(winners),
    money(cost),
    `${(100 * spent).toFixed(1)} %`,
    count(represented),
    `${(100 * exclusionRatio).toFixed(1)} %`,
    `${count(againstGreedy.first)} : ${count(againstGreedy.second)}`,
  ])
  const header = [
    'rule',
    'winners',
    'spent',
    'of budget',
    'voters represented',
    'without a winner',
    'better : worse than greedy',
  ]
  const sets = comparisons.map(({ outcome }) => new Set(outcome.selected))
  const marks = profile.election.projects.flatMap(({ id, name }, p) => {
    const row = sets.map((set) => (set.has(p) ? '×' : '·'))
    return row.includes('×') ? [[row.join(' '), printable(id), printable(name)]] : []
  })
  return [
    'The rules on the same ballots',
    table([header, ...rows]),
    '',
    `Selected by ${comparisons.map(({ name }) => name).join(' | ')}`,
    table(marks, 0),
  ].join('\n')
}

function table(rows: string[][], numbersFrom = 1): string {
  const widths = (rows[0] ?? []).map((_, at) => rows.reduce((most, row) => Math.max(most, row[at]!.length), 0))
  return rows
    .map((row) =>
      row
        .map((cell, at) =>
          at < numbersFrom || numbersFrom === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
