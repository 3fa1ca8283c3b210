import { jakartaDate, type Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { accountByEmail } from '#modules/accounts/public.ts'
import { binds } from '#modules/programmes/party.ts'
import { allParties } from '#modules/programmes/store/parties.ts'
import { addSeat, allSeats, currentSeats } from '#modules/programmes/store/seats.ts'
import { findHome, joinParties } from './programme.ts'
import type { ImportReport } from './report.ts'
import { type Home, Refusal } from './request.ts'
import { appendEvents } from './store/append-events.ts'
import { says } from './words.ts'

export type Coordinator = { personId: string; email: string; name: string; organisations: string[] }

/** The person of this account and the organisations they work for on a day; refuses where there is none of either. */
export async function coordinatorOf(tx: Tx, email: string, day: string): Promise<Coordinator> {
  const account = await accountByEmail(tx, email.trim().toLowerCase())
  if (!account || account.disabledAt) throw new Refusal(says((words) => words.refusal.noAccount(email)))
  const rows = await tx
    .selectFrom('memberships')
    .select('organisation_id')
    .where('person_id', '=', account.personId)
    .where('starts_on', '<=', day)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', day)]))
    .orderBy('starts_on')
    .execute()
  if (rows.length === 0) throw new Refusal(says((words) => words.refusal.noMembership(email)))
  const organisations = rows.map((row) => row.organisation_id)
  return { personId: account.personId, email, name: account.name, organisations }
}

type Moment = { now: Date; today: string; report?: ImportReport }

/**
 * Gives a programme that came from a file its first coordinator, from whom all else goes on: the charter, the parties,
 * further seats. Their organisation joins where no charter binds the parties yet; a programme that somebody coordinates
 * already gives its seats itself.
 */
export async function seatCoordinator(tx: Tx, home: Home, person: Coordinator, moment: Moment): Promise<void> {
  const { now, today, report } = moment
  const seats = currentSeats(await allSeats(tx, home.id), today).filter((seat) => seat.role === 'coordinator')
  if (seats.some((seat) => seat.person_id === person.personId)) return
  if (seats.length > 0) throw new Refusal(says((words) => words.refusal.coordinated))
  const organisationId = await partyOf(tx, home, person, moment)
  const seat = { id: newId(now), programme_id: home.id, organisation_id: organisationId, person_id: person.personId }
  const origin = { created_at: now, created_by: null }
  await addSeat(tx, { ...seat, role: 'coordinator', required_role_id: null, first_day: today, ...origin })
  const about = { programmeId: home.id, ownerId: organisationId, class: home.class }
  const given = { ...about, name: 'seat.given', subjectKind: 'seat', subjectId: seat.id }
  await appendEvents(tx, now, [{ ...given, payload: { role: 'coordinator', firstDay: today } }])
  report?.remarks.push({ code: 'coordinator-seated', line: null, detail: person.name })
}

/** The same for a programme that is there already, such as one from a programme file. */
export async function giveCoordinator(tx: Tx, slug: string, email: string, now: Date): Promise<void> {
  const home = await findHome(tx, slug)
  if (!home) throw new Refusal(says((words) => words.refusal.noProgramme(slug)))
  const today = jakartaDate(now)
  await seatCoordinator(tx, home, await coordinatorOf(tx, email, today), { now, today })
}

async function partyOf(tx: Tx, home: Home, { email, organisations }: Coordinator, { now, today }: Moment) {
  const parties = (await allParties(tx, home.id)).filter((party) => party.until === null && binds(party.role))
  const own = parties.map((party) => party.organisation_id).filter((id) => organisations.includes(id))
  if (own.length > 0) return own.includes(home.ownerId) ? home.ownerId : own[0]!
  if (home.chartered) throw new Refusal(says((words) => words.refusal.notOfParty(email)))
  await joinParties(tx, home, [organisations[0]!], { now, asOf: today, remark: () => {} })
  return organisations[0]!
}
