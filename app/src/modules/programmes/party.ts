import type { SeatRole } from '#kernel/access.ts'

export const partyRoles = ['lead', 'member', 'observer', 'oversight'] as const
export type PartyRole = (typeof partyRoles)[number]

/** A party's part in a programme; `until`: its last day, where it withdrew. */
export type PartyRow = {
  programme_id: string
  organisation_id: string
  name: string
  acronym: string | null
  lang: 'id' | 'en'
  role: PartyRole
  since: string
  until: string | null
}

const seatsOf: Record<PartyRole, readonly SeatRole[]> = {
  lead: ['coordinator', 'deputy', 'head', 'officer'],
  member: ['officer', 'head', 'coordinator', 'deputy'],
  observer: ['observer'],
  oversight: ['auditor'],
}

/** The kinds of seat that people of such a party may hold. */
export function seatRolesFor(role: PartyRole): readonly SeatRole[] {
  return seatsOf[role]
}

/** Lead and members sign the charter and make commitments. */
export function binds(role: PartyRole): boolean {
  return role === 'lead' || role === 'member'
}

export type SeatRow = {
  id: string
  programme_id: string
  organisation_id: string
  organisation: string
  acronym: string | null
  person_id: string
  person: string
  role: SeatRole
  required_role_id: string | null
  required_role: string | null
  first_day: string
  last_day: string | null
}

/** The organisation as people say it: its acronym where it has one. */
export function shortName(body: { name: string; acronym: string | null }): string {
  return body.acronym ?? body.name
}

export type PartyFigures = { organisation_id: string; people: number; commitments: number }

export type OrganisationChoice = { id: string; name: string; acronym: string | null; lang: 'id' | 'en' }
/** Found by its name; `party`: it is one of this programme already. */
export type FoundOrganisation = OrganisationChoice & { party: boolean }

export type PartyKey = { programme_id: string; organisation_id: string }

export type PartyChange = PartyKey & {
  from_role: PartyRole | null
  to_role: PartyRole | null
  reason: string | null
  lang: 'id' | 'en'
  on_day: string
}

export type Colleague = { person_id: string; name: string; post: string; lang: 'id' | 'en'; head: boolean }

export type Grant = { id: string; record_id: string; person_id: string; person: string; why: string; until: string }
