import type { Class } from '#kernel/access.ts'
import type { Lang } from '#kernel/reason.ts'

export const decisionStates = ['deliberating', 'voting', 'decided', 'withdrawn'] as const
export type DecisionState = (typeof decisionStates)[number]
export type CharterRule =
  | 'consensus'
  | 'consent'
  | 'unanimous'
  | 'majority'
  | 'two-thirds'
  | 'weighted'
  | 'consensus-then-majority'
  | 'lead-decides'
export type RoundRule = Exclude<CharterRule, 'consensus-then-majority'>
export const stances = ['support', 'support-if', 'object', 'neutral'] as const
export type Stance = (typeof stances)[number]
export const ballotAnswers = ['yes', 'no', 'abstain'] as const
export type BallotAnswer = (typeof ballotAnswers)[number]
export const relations = ['beneficiary', 'supplier', 'applicant'] as const
export type Relation = (typeof relations)[number]
export type Result = 'adopted' | 'rejected' | 'no-consensus' | 'void'

export type Decision = {
  id: string
  programme_id: string
  owner_id: string
  class: Class
  lang: Lang
  number: number
  raised_on: string
  question: string
  question_en: string | null
  background: string
  rule: CharterRule
  quorum: number
  charter_number: number
  state: DecisionState
  reverses_id: string | null
  created_at: Date
  version: number
}

/** One who may cast a party's ballot; a voting party without anyone has one row without a person. */
export type Voter = { organisation_id: string; person_id: string | null; delegated: boolean; recused: boolean }

/** A vote as it stands. `needed`: ballots for the quorum, after recusals; `last_day` with its extensions. */
export type Round = {
  id: string
  number: number
  rule: RoundRule
  option_id: string
  secret: boolean
  first_last_day: string
  last_day: string
  eligible: number
  recused: number
  cast_ballots: number
  needed: number
  spoiled: number
}

/** What the rules of this module judge: the question, its voters, the open round, and how the actor stands to it. */
export type Facts = Decision & {
  slug: string
  programme_status: string
  /** Organisations with a vote in the programme. */
  parties: string[]
  voters: Voter[]
  round: Round | undefined
  /** Parties that have voted in the open round. */
  voted: string[]
  /** A consensus was sought and not found, so the next round is by majority. */
  failed: boolean
  published: boolean
  appeals: number
  /** Parties of the amendments that are neither answered nor withdrawn, one entry each. */
  proposals: string[]
  options: number
  me: { recused: boolean; answered: boolean }
}

/** "2026/036". */
export function codeOf({ raised_on, number }: Pick<Decision, 'raised_on' | 'number'>): string {
  return `${raised_on.slice(0, 4)}/${String(number).padStart(3, '0')}`
}

export function questionIn(decision: Pick<Decision, 'question' | 'question_en' | 'lang'>, lang: Lang) {
  return lang === 'en' && decision.question_en
    ? { text: decision.question_en, lang: 'en' as const }
    : { text: decision.question, lang: decision.lang }
}

/** By which rule the next vote is taken. */
export function roundRule({ rule, failed }: Pick<Facts, 'rule' | 'failed'>): RoundRule {
  if (rule !== 'consensus-then-majority') return rule
  return failed ? 'majority' : 'consensus'
}

/** Secrecy needs equal votes, no objection that must be reasoned, and no single voter. */
export function maySecretly(rule: RoundRule): boolean {
  return rule === 'majority' || rule === 'two-thirds'
}

/** Letters of the options, in the order they were named. */
export function letterOf(position: number): string {
  return String.fromCharCode(64 + position)
}

/** How T1 finds a published decision: everything that explains it is there. */
export type Explained = { options: number; reason: boolean; participants: number; asked: boolean; documents: number }
export const explanations = ['options', 'reason', 'participants', 'recusals', 'documents'] as const
export type Explanation = (typeof explanations)[number]

export function missingExplanations(found: Explained): Explanation[] {
  const holds: Record<Explanation, boolean> = {
    options: found.options >= 2,
    reason: found.reason,
    participants: found.participants > 0,
    recusals: found.asked,
    documents: found.documents > 0,
  }
  return explanations.filter((name) => !holds[name])
}

/** An option's text once one clause of it reads otherwise: the clause's paragraph is replaced, or added at the end. */
export function amended(text: string, { clause, body }: { clause: string; body: string }): string {
  const paragraphs = text.split(/\n{2,}/).filter((one) => one.trim() !== '')
  const head = `${clause.trim()}: `
  const at = paragraphs.findIndex((one) => one.toLowerCase().startsWith(head.toLowerCase()))
  const words = `${head}${body}`
  return (at < 0 ? [...paragraphs, words] : paragraphs.with(at, words)).join('\n\n')
}

type Revision = { id: string; clause: string; organisation_id: string; revises_id: string | null }

/** How often two parties revised one clause against each other: the longest such exchange (D2 d). */
export function longestExchange(
  amendments: Revision[],
): { clause: string; parties: string[]; revisions: number } | undefined {
  const byId = new Map(amendments.map((one) => [one.id, one]))
  const exchanges = new Map<string, { clause: string; parties: string[]; revisions: number }>()
  for (const one of amendments) {
    const before = one.revises_id ? byId.get(one.revises_id) : undefined
    if (!before || before.organisation_id === one.organisation_id) continue
    const parties = [one.organisation_id, before.organisation_id].sort()
    const key = `${one.clause.trim().toLowerCase()} ${parties.join(' ')}`
    const known = exchanges.get(key)
    exchanges.set(key, { clause: one.clause, parties, revisions: (known?.revisions ?? 0) + 1 })
  }
  return [...exchanges.values()].sort((a, b) => b.revisions - a.revisions)[0]
}
