import { z } from 'zod'
import { hasRole } from '#kernel/access.ts'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { addLink } from '#kernel/session/single-use.ts'
import { personActor } from '#kernel/session.ts'
import { invitationMail } from '../mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { addMail, lockedAccount } from '../store/accounts.ts'
import { lastInviter } from '../store/people.ts'
import { words } from '../words.ts'

/** The same invitation again, under a new link; the earlier link stops working. */
export const renewInvitation = (office: Office) =>
  operation({
    name: 'renew-invitation',
    summary: both('Mengirim undangan lagi', 'Sends an invitation again'),
    input: z.strictObject({ by: z.uuid(), personId: z.uuid() }),
    async load(tx, { by, personId }, { now }) {
      const [inviter, account] = [await personActor(tx, by, now), await lockedAccount(tx, personId)]
      const lastBy = await lastInviter(tx, personId)
      if (!inviter || !account || account.hash || account.disabledAt || lastBy === undefined) return undefined
      return { inviter, account, lastBy }
    },
    policy: (actor, { inviter, lastBy }) =>
      all(onlySignInJob(actor), lastBy === inviter.personId || hasRole(inviter, 'operator') ? true : notYours),
    async change(tx, { input: { by, personId }, subject: { account }, now }) {
      const linkId = await addLink(tx, office.secret, { kind: 'invitation', personId, by, now })
      const { lang, name } = account
      await addMail(tx, account, invitationMail(lang, { ...office, name }), now, linkId)
      return changed(null, accountEvent('invitation.renewed', personId, { by }))
    },
  })

const notYours = reason('may-not-invite', (lang) => words[lang].refusal.mayNotInvite)
