import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { readLink, stopLinks } from '#kernel/session/single-use.ts'
import { hasSecondFactor } from '../factor.ts'
import { identityLinkedMail } from '../factor-mails.ts'
import { accountEvent, type Office } from '../office.ts'
import { accountByEmail, addMail, lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { addIdentity, identitiesOf, identityBySubject } from '../store/identities.ts'
import { unknownIdentity } from './open-session-by-identity.ts'

const identity = { issuer: z.string().max(500), subject: z.string().min(1).max(255), provider: z.string() }

/** An invitation accepted with the account of another sign-in service instead of a password. */
export const acceptByIdentity = (office: Office) =>
  operation({
    name: 'accept-by-identity',
    summary: both('Menerima undangan lewat layanan masuk lain', 'Accepts an invitation by another sign-in service'),
    input: z.strictObject({ token: z.string().max(100), ...identity }),
    async load(tx, { token }, { now }) {
      const first = await readLink(tx, 'invitation', token, now)
      const account = first && (await lockedAccount(tx, first.personId))
      // Read again under the lock: two uses at once are one use and one refusal.
      const link = account && (await readLink(tx, 'invitation', token, now))
      return account && link && { account, link, factors: await factorsOf(tx, account.personId) }
    },
    // A letter never gets past a second factor: whoever has one signs in with it.
    policy: (actor, { account, link, factors }) =>
      all(
        onlySignInJob(actor),
        link.state === 'open' && !account.disabledAt && !hasSecondFactor(factors) ? true : unknownIdentity,
      ),
    async change(tx, { input: { issuer, subject, provider }, subject: { account }, now }) {
      const { personId, lang, name } = account
      if (await identityBySubject(tx, issuer, subject)) return refusedBecause(unknownIdentity)
      await stopLinks(tx, personId, now)
      const identityId = await addIdentity(tx, { personId, issuer, subject, linkedBy: 'invitation' }, now)
      await addMail(tx, account, identityLinkedMail(lang, { ...office, name }, provider), now)
      const accepted = accountEvent('invitation.accepted', personId)
      return changed({ personId, identityId }, accepted, accountEvent('identity.linked', personId, { identityId }))
    },
  })

/** Where the installation trusts its provider's verified addresses: the first sign-in links the account of that address. */
export const linkByEmail = (office: Office) =>
  operation({
    name: 'link-by-email',
    summary: both('Menghubungkan akun lewat surel terverifikasi', 'Links an account by its verified e-mail address'),
    input: z.strictObject({ email: z.string().max(254), ...identity }),
    async load(tx, { email }) {
      const found = await accountByEmail(tx, email)
      return found && lockedAccount(tx, found.personId)
    },
    policy: (actor, account) => all(onlySignInJob(actor), account.disabledAt ? unknownIdentity : true),
    async change(tx, { input: { issuer, subject, provider }, subject: account, now }) {
      const { personId, lang, name } = account
      // One account of a provider a person: another with the same address is someone else, or a mistake there.
      const linked = (await identitiesOf(tx, personId)).some((one) => one.issuer === issuer)
      if (linked || (await identityBySubject(tx, issuer, subject))) return refusedBecause(unknownIdentity)
      const identityId = await addIdentity(tx, { personId, issuer, subject, linkedBy: 'verified-email' }, now)
      await addMail(tx, account, identityLinkedMail(lang, { ...office, name }, provider), now)
      return changed({ personId, identityId }, accountEvent('identity.linked', personId, { identityId }))
    },
  })
