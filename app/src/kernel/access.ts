/**
 * Who may see what: the one rule in TypeScript. The SQL policies of migrations/…-access.sql say the same,
 * and access.test.ts compares the two for every table, class and kind of actor.
 */

export const classes = ['public', 'members', 'restricted', 'secret'] as const
export type Class = (typeof classes)[number]

export const seatRoles = ['officer', 'head', 'coordinator', 'deputy', 'observer', 'auditor'] as const
export type SeatRole = (typeof seatRoles)[number]

export const installationRoles = ['information-officer', 'facilitator', 'operator'] as const
export type InstallationRole = (typeof installationRoles)[number]

export type Seat = { programmeId: string; organisationId: string; role: SeatRole }

export type PersonActor = {
  kind: 'person'
  personId: string
  name: string
  seats: Seat[]
  roles: InstallationRole[]
  /** Organisations of which the person is a member today. */
  organisationIds: string[]
}
/** No job reads more than *members*: the compiler refuses one that declares it. */
export type JobClass = Extract<Class, 'public' | 'members'>
/** `classes`: what it reads and writes. `writes`: further classes of events that it may append without reading them. */
export type JobActor = { kind: 'job'; job: string; classes: readonly JobClass[]; writes?: readonly Class[] }
export type Actor = { kind: 'visitor' } | PersonActor | JobActor

export const visitor: Actor = { kind: 'visitor' }

/**
 * What the rule needs to know of a record. `granted`: this actor holds a grant for it today. `within`: class and owner
 * of its programme (left out: a public one, or the record is the programme itself). `draft`: it was not submitted yet.
 */
export type RecordFacts = {
  class: Class
  programmeId: string
  ownerId: string
  granted?: boolean
  within?: { class: Class; ownerId: string }
  draft?: boolean
}

/**
 * A record is never more open than its programme, and a draft only open to its owner's seats and the coordination team;
 * a grant opens the one record that it names.
 */
export function mayRead(actor: Actor, record: RecordFacts): boolean {
  if (!opens(actor, record)) return false
  if (holdsGrant(actor, record)) return true
  return mayReadProgramme(actor, record) && (!record.draft || mayReadDraft(actor, record))
}

function mayReadDraft(actor: Actor, { programmeId, ownerId }: RecordFacts): boolean {
  if (actor.kind === 'job' || coordinates(actor, programmeId)) return true
  return seatsIn(actor, programmeId).some((seat) => isOwnersSeat(seat, ownerId))
}

/** Whether the programme itself, and so who takes part in it, is open to this actor. */
export function mayReadProgramme(actor: Actor, { programmeId, within }: RecordFacts): boolean {
  if (!within || within.class === 'public') return true
  return opens(actor, { ...within, programmeId })
}

function holdsGrant(actor: Actor, record: RecordFacts): boolean {
  return actor.kind === 'person' && record.granted === true
}

function opens(actor: Actor, record: RecordFacts): boolean {
  if (actor.kind === 'job') return (actor.classes as readonly Class[]).includes(record.class)
  if (record.class === 'public') return true
  if (actor.kind === 'visitor') return false
  if (holdsGrant(actor, record)) return true
  const seats = actor.seats.filter((seat) => seat.programmeId === record.programmeId)
  const informs = actor.roles.includes('information-officer')
  if (record.class === 'members') return seats.length > 0 || informs
  if (record.class === 'restricted') return informs || seats.some((seat) => opensRestricted(seat, record.ownerId))
  return false
}

function opensRestricted(seat: Seat, ownerId: string): boolean {
  if (seat.role === 'coordinator' || seat.role === 'deputy' || seat.role === 'auditor') return true
  return isOwnersSeat(seat, ownerId)
}

function isOwnersSeat(seat: Seat, ownerId: string): boolean {
  return (seat.role === 'officer' || seat.role === 'head') && seat.organisationId === ownerId
}

/** Reads that leave an event: an auditor or information officer who opens a restricted or secret record. */
export function readIsRecorded(actor: Actor, record: RecordFacts): boolean {
  if (actor.kind !== 'person' || record.class === 'public' || record.class === 'members') return false
  const seats = actor.seats.filter((seat) => seat.programmeId === record.programmeId)
  return actor.roles.includes('information-officer') || seats.some((seat) => seat.role === 'auditor')
}

export function seatsIn(actor: Actor, programmeId: string): Seat[] {
  return actor.kind === 'person' ? actor.seats.filter((seat) => seat.programmeId === programmeId) : []
}

export function hasSeat(actor: Actor, programmeId: string, ...roles: SeatRole[]): boolean {
  return seatsIn(actor, programmeId).some((seat) => roles.length === 0 || roles.includes(seat.role))
}

/** Coordinator or deputy of the programme: the coordination team. */
export function coordinates(actor: Actor, programmeId: string): boolean {
  return hasSeat(actor, programmeId, 'coordinator', 'deputy')
}

/** Officer, head, coordinator or deputy who acts for this organisation in this programme. */
export function actsFor(actor: Actor, programmeId: string, organisationId: string): boolean {
  return seatsIn(actor, programmeId).some(
    (seat) => seat.organisationId === organisationId && seat.role !== 'observer' && seat.role !== 'auditor',
  )
}

export function hasRole(actor: Actor, role: InstallationRole): boolean {
  return actor.kind === 'person' && actor.roles.includes(role)
}

export function personOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.personId : null
}
