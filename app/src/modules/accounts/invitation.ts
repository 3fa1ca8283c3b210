import { hasRole, type PersonActor, type SeatRole, seatRoles } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { Lang } from '#kernel/reason.ts'
import { addLink } from '#kernel/session/single-use.ts'
import { type Account, type Invitation, seatRolesOf } from './account.ts'
import { addedMail, invitationMail } from './mails.ts'
import type { Office } from './office.ts'
import { addAccount, addMail } from './store/accounts.ts'
import { addPerson, organisationChoices, programmesNamed } from './store/people.ts'
import { words } from './words.ts'

/** Why the organisation cannot hold this seat, if it cannot. */
export function seatProblem(seat: Invitation['seat'], parties: Invitation['parties']): Problem | undefined {
  if (!seat) return undefined
  const party = parties.find(({ programmeId }) => programmeId === seat.programmeId)
  if (!party) return problem('organisationId', 'not-a-party', (lang) => words[lang].invitations.notAParty)
  const fits = seatRolesOf(party.role).includes(seat.role as SeatRole)
  return fits ? undefined : problem('seat', 'unfit', (lang) => words[lang].invitations.seatUnfit)
}

type Invited = { name: string; email: string; lang: 'id' | 'en'; by: string; key?: string }

/** The account of the invited person, made if there is none; a link is mailed only to someone without a password. */
export async function inviteAccount(tx: Tx, office: Office, invited: Invited, account: Account | undefined, now: Date) {
  const { name, email, lang, by, key } = invited
  if (account?.hash) {
    await addMail(tx, account, addedMail(account.lang, { ...office, name: account.name }), now)
    return { personId: account.personId, linkId: undefined }
  }
  const personId = account?.personId ?? (await addPerson(tx, name, by, now))
  if (!account) await addAccount(tx, { personId, email, lang }, now)
  const linkId = await addLink(tx, office.secret, { kind: 'invitation', personId, by, now, id: key })
  await addMail(tx, { personId, email }, invitationMail(lang, { ...office, name: account?.name ?? name }), now, linkId)
  return { personId, linkId }
}

/** What the form offers: organisations one may invite for, and seats in the programmes one coordinates. */
export async function invitationChoices(tx: ReadTx, person: PersonActor, day: string, lang: Lang) {
  const led = person.seats.filter(({ role }) => role === 'coordinator' || role === 'deputy')
  const programmes = await programmesNamed(tx, [...new Set(led.map(({ programmeId }) => programmeId))])
  const everywhere = hasRole(person, 'operator')
  const organisations = await organisationChoices(tx, day, everywhere ? undefined : programmes.map(({ id }) => id))
  return {
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    seats: programmes.flatMap(({ id, name, nameEn }) =>
      seatRoles.map((role) => {
        const programme = lang === 'en' && nameEn ? nameEn : name
        return { value: `${id}:${role}`, label: words[lang].invitations.seatOf(programme, words[lang].seat[role]) }
      }),
    ),
  }
}
