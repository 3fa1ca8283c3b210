import { type Actor, actsFor, hasRole, hasSeat, type PersonActor, type RecordFacts } from '../access.ts'

/** A record's facts, and the person whom the row names. */
export type Facts = RecordFacts & { personId: string }

/** What the access rule says of writing, and of the tables that are neither records nor their details. */
export type Rule = {
  why: string
  /** Whether an actor of the app's role sees / may add a row about the cast's programme and resident. */
  reads(actor: Actor, facts: Facts): boolean
  adds(actor: Actor, facts: Facts): boolean
  /** Whether it may change one; as with adding unless told. */
  changes?(actor: Actor, facts: Facts): boolean
  /** What a system job may do there; `record`: read it where its classes open the record it belongs to. */
  job: 'all' | 'read' | 'record' | 'nothing'
}

export const nobody = () => false
export const everyone = () => true
export const person = (actor: Actor, rule: (person: PersonActor) => boolean) => actor.kind === 'person' && rule(actor)

/** Acts for an organisation today or holds an installation role. */
export const isOfficial = (actor: Actor) =>
  person(actor, ({ organisationIds, roles }) => organisationIds.length > 0 || roles.length > 0)
export const isSubject = (actor: Actor, { personId }: Facts) => person(actor, (one) => one.personId === personId)
export const declaresOwn = (actor: Actor, facts: Facts) => isSubject(actor, facts) && isOfficial(actor)
/** Sits in the programme, or is the information officer. */
export const isMember = (actor: Actor, { programmeId }: Facts) =>
  hasSeat(actor, programmeId) || hasRole(actor, 'information-officer')
export const isInformationOfficer = (actor: Actor) => hasRole(actor, 'information-officer')
export const isOperator = (actor: Actor) => hasRole(actor, 'operator')
export const coordinates = (actor: Actor, { programmeId }: Facts) =>
  hasSeat(actor, programmeId, 'coordinator', 'deputy')
export const oversees = (actor: Actor, { programmeId }: Facts) =>
  hasSeat(actor, programmeId, 'coordinator', 'deputy', 'auditor') || hasRole(actor, 'information-officer')

/** The head of the owner, or the information officer. */
export const decides = (actor: Actor, { programmeId, ownerId }: Facts) =>
  hasRole(actor, 'information-officer') ||
  person(actor, ({ seats }) =>
    seats.some((seat) => seat.programmeId === programmeId && seat.organisationId === ownerId && seat.role === 'head'),
  )

export const actsForOwner = (actor: Actor, { programmeId, ownerId }: Facts) => actsFor(actor, programmeId, ownerId)

export const leadsSomewhere = (actor: Actor) =>
  person(actor, ({ seats }) => seats.some(({ role }) => role === 'coordinator' || role === 'deputy'))
/** Adds organisations, and changes those that nobody holds a post in. */
export const keepsDirectory = (actor: Actor) => isOperator(actor) || leadsSomewhere(actor)
/** The organisation's own people, the coordination team of a programme it is a party in, the operator. */
export const keepsOwner = (actor: Actor, facts: Facts) =>
  isOperator(actor) ||
  coordinates(actor, facts) ||
  person(actor, ({ organisationIds }) => organisationIds.includes(facts.ownerId))

export const shared = (why: string, adds: Rule['adds']): Rule => ({ why, reads: everyone, adds, job: 'all' })
export const jobsOnly = (why: string): Rule => ({ why, reads: nobody, adds: nobody, job: 'all' })
export const logged = (why: string): Rule => ({ why, reads: everyone, adds: nobody, job: 'read' })
export const ownChoice = (why: string, job: Rule['job']): Rule => ({ why, reads: isSubject, adds: isSubject, job })

/** Sits to work, not to watch. */
export const works = (actor: Actor, { programmeId }: Facts) =>
  hasSeat(actor, programmeId, 'officer', 'head', 'coordinator', 'deputy')
