import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { seal } from '#kernel/session/seal.ts'
import { totpPurpose } from '../factor.ts'
import { accountEvent, type Office } from '../office.ts'
import { lockedAccount } from '../store/accounts.ts'
import { addTotp, factorsOf, removeTotp } from '../store/factors.ts'
import { newTotpKey } from '../totp.ts'
import { words } from '../words.ts'

/** A key for an authenticator app; it counts once a first code was typed. */
export const beginTotp = (office: Office) =>
  operation({
    name: 'begin-totp',
    summary: both('Menyiapkan aplikasi autentikator', 'Prepares an authenticator app'),
    input: z.strictObject({ personId: z.uuid() }),
    async load(tx, { personId }) {
      const account = await lockedAccount(tx, personId)
      return account && { account, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { factors }) => all(onlySignInJob(actor), factors.totp ? taken : true),
    async change(tx, { input: { personId }, now }) {
      await removeTotp(tx, personId, now, 'unconfirmed')
      const id = newId(now)
      await addTotp(tx, { id, personId, sealed: seal(office.secret, totpPurpose, newTotpKey(), id) }, now)
      return changed({ id }, accountEvent('second-factor.begun', personId, { factorId: id, kind: 'totp' }))
    },
  })

const taken = reason('taken', (lang) => words[lang].factors.totpTaken)
