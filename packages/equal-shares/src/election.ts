export type VoteType = 'approval' | 'choose-1' | 'cumulative' | 'ordinal'

export type Project = {
  /** Text, never a number: `L20/03/XII` and `007` are ids. */
  id: string
  name: string
  /** In units of 10^-decimals of the currency; positive. */
  cost: bigint
  /** What the file says the official outcome was; undefined when it says nothing. */
  selected?: boolean
}

export type Ballot = {
  voter: string
  /** Indexes into `projects`, in the order of the ballot. */
  projects: readonly number[]
  /** One whole number per project in `projects`: 1 for approvals, points, or Borda points; 0 is no support. */
  weights: readonly number[]
}

/** One vote on how to spend a budget. Money is whole numbers of 10^-`decimals` of the currency, so it is exact. */
export type Election = {
  projects: Project[]
  ballots: Ballot[]
  budget: bigint
  decimals: number
  voteType: VoteType
  /** Points in `weights` are multiples of 10^-pointDecimals. */
  pointDecimals: number
  /** The rule named by the file, '' when it names none. */
  rule: string
  /** Least score a project needs under greedy, in the units of `weights`; null for none. */
  threshold: number | null
  currency: string
  description: string
  /** Things that look wrong but do not stop the count, each with its line. */
  warnings: string[]
}

/** What is wrong with an input, with the line where it is. */
export class ElectionError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.line = line
  }
}

/** A message quotes at most 60 characters of an untrusted file. */
export function cut(text: string): string {
  const shown = text.replace(/\p{Cc}/gu, ' ')
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown
}
