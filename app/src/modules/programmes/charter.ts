import { type Actor, hasSeat } from '#kernel/access.ts'
import { all, type Lang, type Verdict } from '#kernel/reason.ts'
import { binds, type PartyRole } from './party.ts'
import { because, mayCoordinate, signInFirst } from './rules.ts'

export const decisionRules = [
  'consensus',
  'consent',
  'unanimous',
  'majority',
  'two-thirds',
  'weighted',
  'consensus-then-majority',
  'lead-decides',
] as const
export type DecisionRule = (typeof decisionRules)[number]
export const cadenceUnits = ['week', 'month', 'quarter', 'year'] as const
export type CadenceUnit = (typeof cadenceUnits)[number]
/** Kinds of record that the parties agree to publish. */
export const publishableKinds = ['commitments', 'tasks', 'meetings', 'decisions', 'budgets', 'reports', 'data'] as const

/** Names carry their language; `_en` is the translation where there is one. */
type Named = { name: string; name_en?: string | null; lang: Lang }
export type LegalBasis = { title: string; lang: string; url?: string }
export type CharterRole = { key: string; title: string; title_en?: string | null; lang: Lang; organisation_id?: string }
export type CharterService = Named & { key: string }
export type CharterTerritory = Named & { code: string }
export type CharterCell = { service: string; territory: string }
export type CharterParty = { organisation_id: string; role: PartyRole }

/** What the parties agree on. */
export type CharterContent = {
  lang: Lang
  purpose: string | null
  purpose_en: string | null
  mandate: string | null
  mandate_en: string | null
  legal_basis: LegalBasis[]
  decision_rule: DecisionRule | null
  /** Share of the voting parties that must take part, 0–1. */
  quorum: number | null
  cadence_every: number | null
  cadence_unit: CadenceUnit | null
  publishable: string[]
  office: string | null
  office_en: string | null
  office_term_ends: string | null
  /** Working days that a task may wait on another agency. */
  waiting_limit: number | null
  roles: CharterRole[]
  services: CharterService[]
  territories: CharterTerritory[]
  cells: CharterCell[]
}

export const charterStates = ['draft', 'proposed', 'in-force', 'superseded', 'replaced'] as const
export type CharterState = (typeof charterStates)[number]

export type CharterVersion = CharterContent & {
  id: string
  programme_id: string
  owner_id: string
  class: string
  number: number
  status: CharterState
  parties: CharterParty[]
  proposed_on: string | null
  in_force_on: string | null
  superseded_on: string | null
  version: number
}

export type CharterSignature = {
  organisation_id: string
  organisation: string
  acronym: string | null
  person: string | null
  by_head: boolean
  signed_on: string
}

export const emptyContent: CharterContent = {
  lang: 'id',
  purpose: null,
  purpose_en: null,
  mandate: null,
  mandate_en: null,
  legal_basis: [],
  decision_rule: null,
  quorum: null,
  cadence_every: null,
  cadence_unit: null,
  publishable: [],
  office: null,
  office_en: null,
  office_term_ends: null,
  waiting_limit: null,
  roles: [],
  services: [],
  territories: [],
  cells: [],
}

/** What a charter must say before it can be proposed for signature. */
export function missingContent(content: CharterContent): ('purpose' | 'legal-basis' | 'decision-rule')[] {
  const missing: ('purpose' | 'legal-basis' | 'decision-rule')[] = []
  if (!content.purpose && !content.purpose_en) missing.push('purpose')
  if (content.legal_basis.length === 0) missing.push('legal-basis')
  if (!content.decision_rule) missing.push('decision-rule')
  return missing
}

export function mayProposeCharter(actor: Actor, programme: { id: string }, draft: CharterContent | undefined): Verdict {
  return all(mayCoordinate(actor, programme), draft ? true : because('no-draft', (words) => words.noDraft))
}

/** Lead and member parties of the version that are still parties. */
export function signers(version: { parties: CharterParty[] }, partiesToday: readonly string[]): string[] {
  return version.parties
    .filter((party) => binds(party.role) && partiesToday.includes(party.organisation_id))
    .map((party) => party.organisation_id)
}

export type SigningFacts = {
  version: Pick<CharterVersion, 'status' | 'parties' | 'programme_id'>
  /** Organisations that are parties today. */
  partiesToday: readonly string[]
  signed: readonly string[]
}

export function maySignCharter(actor: Actor, facts: SigningFacts, organisationId: string): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  if (facts.version.status !== 'proposed') return because('not-proposed', (words) => words.notProposed)
  if (!isHeadOf(actor, facts.version.programme_id, organisationId)) return because('not-head', (words) => words.notHead)
  if (!signers(facts.version, facts.partiesToday).includes(organisationId)) {
    return because('not-a-signer', (words) => words.notASigner)
  }
  if (facts.signed.includes(organisationId)) return because('already-signed', (words) => words.alreadySigned)
  return true
}

function isHeadOf(actor: Actor, programmeId: string, organisationId: string): boolean {
  return hasSeat(actor, programmeId, 'head') && headSeats(actor, programmeId).includes(organisationId)
}

/** The parties for which this person may sign. */
export function headSeats(actor: Actor, programmeId: string): string[] {
  if (actor.kind !== 'person') return []
  return actor.seats
    .filter((seat) => seat.programmeId === programmeId && seat.role === 'head')
    .map((seat) => seat.organisationId)
}

/** Which kind of seat fills a required role by itself: the coordinator and deputy that every programme has. */
export function seatRoleFilling(key: string): 'coordinator' | 'deputy' | undefined {
  if (key === 'koordinator' || key === 'coordinator') return 'coordinator'
  if (key === 'wakil-koordinator' || key === 'deputy-coordinator' || key === 'deputy') return 'deputy'
  return undefined
}

/** The agreement alone, without what surrounds it in its row. */
export function contentOf(version: CharterVersion): CharterContent {
  const names = Object.keys(emptyContent) as (keyof CharterContent)[]
  return Object.fromEntries(names.map((name) => [name, version[name]])) as unknown as CharterContent
}
