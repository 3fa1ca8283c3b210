import { jakartaDate, type Tx } from '#kernel/database.ts'
import type { Reason } from '#kernel/reason.ts'
import { type PartyRole, type PartyRow, type SeatRow, seatRolesFor } from '../party.ts'
import type { Programme } from '../programme.ts'
import { because } from '../rules.ts'
import { allParties } from '../store/parties.ts'
import { allSeats, currentSeats } from '../store/seats.ts'
import { lockedProgramme } from './locked-programme.ts'

export type PartySubject = Programme & {
  party: PartyRow
  /** The other parties that have not left. */
  others: PartyRow[]
  /** Seats held today, of all parties. */
  seats: SeatRow[]
}

/** A party that has not left, with what decides whether its part may change. Undefined: no such party. */
export async function readPartySubject(
  tx: Tx,
  slug: string,
  organisationId: string,
  now: Date,
): Promise<PartySubject | undefined> {
  const programme = await lockedProgramme(tx, slug)
  if (!programme) return undefined
  const parties = (await allParties(tx, programme.id)).filter((party) => party.until === null)
  const party = parties.find((one) => one.organisation_id === organisationId)
  if (!party) return undefined
  const others = parties.filter((one) => one !== party)
  const seats = currentSeats(await allSeats(tx, programme.id), jakartaDate(now))
  return { ...programme, party, others, seats }
}

/** Lead stays, and so does somebody who coordinates; seats must fit the role. */
export function whyRoleCannotChange(subject: PartySubject, to: PartyRole): Reason | undefined {
  const { party, seats } = subject
  if (party.role === to) return because('same-role', (words) => words.sameStatus)
  if (party.role === 'lead' && !subject.others.some((other) => other.role === 'lead')) {
    return because('last-lead', (words) => words.lastLead)
  }
  const unfit = seats.some(
    (seat) => seat.organisation_id === party.organisation_id && !seatRolesFor(to).includes(seat.role),
  )
  return unfit ? because('seats-in-the-way', (words) => words.seatsInTheWay) : undefined
}

export function whyCannotWithdraw({ party, others, seats }: PartySubject): Reason | undefined {
  if (party.role === 'lead' && !others.some((other) => other.role === 'lead')) {
    return because('last-lead', (words) => words.lastLead)
  }
  const coordinators = seats.filter((seat) => seat.role === 'coordinator' && seat.last_day === null)
  const remain = coordinators.some((seat) => seat.organisation_id !== party.organisation_id)
  return coordinators.length > 0 && !remain ? because('last-coordinator', (words) => words.lastCoordinator) : undefined
}
