import { z } from 'zod'
import { type Class, seatRoles } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { all, both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { hasLink } from '#kernel/session/single-use.ts'
import { personActor } from '#kernel/session.ts'
import { mayInvite, normalEmail } from '../account.ts'
import { inviteAccount, seatProblem } from '../invitation.ts'
import { accountEvent, type Office } from '../office.ts'
import { accountByEmail } from '../store/accounts.ts'
import { addMembership, addSeat, organisationById, partiesOf } from '../store/people.ts'
import { words } from '../words.ts'

export const invitePersonInput = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.preprocess((text) => (typeof text === 'string' ? normalEmail(text) : text), z.email()),
  lang: z.enum(['id', 'en']),
  organisationId: z.uuid(),
  post: z.string().trim().min(1).max(200),
  seat: z.strictObject({ programmeId: z.uuid(), role: z.enum(seatRoles) }).optional(),
})

/** Makes someone a member of an organisation, perhaps with a seat, and mails a link to make a password. */
export const invitePerson = (office: Office) =>
  operation({
    name: 'invite-person',
    summary: both('Mengundang orang', 'Invites a person'),
    // The form's own key becomes the link's id, so that a form sent twice makes one link.
    input: invitePersonInput.extend({ by: z.uuid(), key: z.uuid().optional() }),
    async load(tx, { by, organisationId, email }, { now }) {
      await lock(tx, email)
      const [inviter, organisation] = [await personActor(tx, by, now), await organisationById(tx, organisationId)]
      if (!inviter || !organisation) return undefined
      const parties = await partiesOf(tx, organisationId, jakartaDate(now))
      return { inviter, parties, account: await accountByEmail(tx, email) }
    },
    policy: (actor, { inviter, parties }, { organisationId, seat }) =>
      all(onlySignInJob(actor), mayInvite(inviter, { organisationId, seat, parties })),
    async change(tx, { input, subject: { account, parties }, now }) {
      const { by, organisationId, post, lang, seat, key } = input
      if (key && (await hasLink(tx, key))) return refused(problem('email', 'sent', (l) => words[l].invitations.sent))
      const unfit = seatProblem(seat, parties)
      if (unfit) return refused(unfit)
      if (account?.disabledAt) return refused(problem('email', 'disabled', (l) => words[l].invitations.disabled))
      const { personId, linkId } = await inviteAccount(tx, office, input, account, now)
      const head = seat?.role === 'head'
      const joined = await addMembership(tx, { personId, organisationId, post, lang, head }, by, now)
      const seatId = seat && (await addSeat(tx, { personId, organisationId, ...seat }, by, now))
      if (!linkId && !joined && !seatId) {
        return refused(problem('email', 'member', (l) => words[l].invitations.member))
      }
      const invited = accountEvent('account.invited', personId, { by, organisationId })
      const party = parties.find(({ programmeId }) => programmeId === seat?.programmeId)
      const given = seatId && party ? [seatGiven(party, seatId, input, now)] : []
      return changed({ personId, linkId }, invited, ...given)
    },
  })

type Input = z.output<typeof invitePersonInput> & { by: string }
type Party = { programmeId: string; class: Class }

function seatGiven({ programmeId, class: of }: Party, seatId: string, input: Input, now: Date): NewEvent {
  const { organisationId: ownerId, seat, by } = input
  const payload = { role: seat?.role ?? null, firstDay: jakartaDate(now), fills: null, by }
  return { name: 'seat.given', programmeId, ownerId, class: of, subjectKind: 'seat', subjectId: seatId, payload }
}
