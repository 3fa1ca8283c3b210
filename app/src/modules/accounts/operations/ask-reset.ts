import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { addLink } from '#kernel/session/single-use.ts'
import { resetMail } from '../mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { accountByEmail, addMail } from '../store/accounts.ts'

type Answer = { linkId?: string }

/** A link for a new password, by mail (or, for the operator's command line, handed back). Nothing for unknown addresses. */
export const askReset = (office: Office) =>
  operation({
    name: 'ask-password-reset',
    summary: both('Meminta kata sandi baru', 'Asks for a new password'),
    input: z.strictObject({ email: z.string().max(254), mail: z.boolean().default(true) }),
    load: async (tx, { email }) => ({ account: await accountByEmail(tx, email) }),
    policy: (actor) => onlySignInJob(actor),
    async change(tx, { input: { mail }, subject: { account }, now }) {
      const nobody = { name: 'password-reset.unanswered', programmeId: null, class: 'restricted' } as const
      if (!account || account.disabledAt) {
        return changed<Answer>({}, { ...nobody, subjectKind: 'sign-in', subjectId: newId(now) })
      }
      const { personId, lang, name } = account
      const linkId = await addLink(tx, office.secret, { kind: 'password-reset', personId, now })
      if (mail) await addMail(tx, account, resetMail(lang, { ...office, name }), now, linkId)
      return changed<Answer>({ linkId }, accountEvent('password-reset.asked', personId))
    },
  })
