import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { readLink, stopLinks } from '#kernel/session/single-use.ts'
import { endAllSessions } from '#kernel/session.ts'
import { passwordChangedMail } from '../mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { addMail, lockedAccount, setHash } from '../store/accounts.ts'
import { words } from '../words.ts'

/** A password by single-use link: the link is used up, every session and every other link of the person ends. */
export const setPassword = (office: Office) =>
  operation({
    name: 'set-password',
    summary: both('Membuat kata sandi dengan tautan', 'Sets a password by link'),
    input: z.strictObject({
      kind: z.enum(['invitation', 'password-reset']),
      token: z.string().max(100),
      hash: z.string(),
    }),
    async load(tx, { kind, token }, { now }) {
      const first = await readLink(tx, kind, token, now)
      const account = first && (await lockedAccount(tx, first.personId))
      // Read again under the lock: two uses at once are one use and one refusal.
      const link = account && (await readLink(tx, kind, token, now))
      return account && link && { account, link }
    },
    policy: (actor, { account, link }) =>
      all(onlySignInJob(actor), link.state === 'open' && !account.disabledAt ? true : linkGone),
    async change(tx, { input: { kind, hash }, subject: { account }, now }) {
      const { personId, lang, name } = account
      await setHash(tx, personId, hash)
      await stopLinks(tx, personId, now)
      await endAllSessions(tx, personId, now)
      if (account.hash) await addMail(tx, account, passwordChangedMail(lang, { ...office, name }), now)
      const event = kind === 'invitation' ? 'invitation.accepted' : 'password.reset'
      return changed({ personId }, accountEvent(event, personId))
    },
  })

const linkGone = reason('link-gone', (lang) => words[lang].refusal.linkGone)
