import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { stopLinks } from '#kernel/session/single-use.ts'
import { endAllSessions, rotateSession } from '#kernel/session.ts'
import { passwordChangedMail } from '../mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { addMail, lockedAccount, setHash } from '../store/accounts.ts'
import { words } from '../words.ts'

/** A new password by the person who knows the old one: this session gets a new token, all others end. */
export const changePassword = (office: Office) =>
  operation({
    name: 'change-password',
    summary: both('Mengganti kata sandi', 'Changes the password'),
    input: z.strictObject({
      personId: z.uuid(),
      sessionId: z.uuid(),
      /** The hash that the current password was checked against. */
      checkedHash: z.string(),
      hash: z.string(),
    }),
    load: (tx, { personId }) => lockedAccount(tx, personId),
    policy: (actor, account, { checkedHash }) => all(onlySignInJob(actor), account.hash === checkedHash ? true : moved),
    async change(tx, { input: { personId, sessionId, hash }, subject: account, now }) {
      await setHash(tx, personId, hash)
      await endAllSessions(tx, personId, now, sessionId)
      await stopLinks(tx, personId, now)
      const token = await rotateSession(tx, sessionId, now)
      await addMail(tx, account, passwordChangedMail(account.lang, { ...office, name: account.name }), now)
      return changed({ token }, accountEvent('password.changed', personId, { sessionId }))
    },
  })

const moved = reason('moved', (lang) => words[lang].refusal.moved)
