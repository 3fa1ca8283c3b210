import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { personActor } from '#kernel/session.ts'
import { firstStepStands } from '../account.ts'
import type { Office } from '../office.ts'
import { deviceInput, openAnew } from '../opening.ts'
import { redeem } from '../redeem.ts'
import { lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { words } from '../words.ts'

/** The second step: a code of the app, or a recovery code, after the first step was right. */
export const openSessionByCode = (office: Office) =>
  operation({
    name: 'open-session-by-code',
    summary: both('Membuka sesi dengan kode', 'Opens a session by a code'),
    input: z.strictObject({ personId: z.uuid(), mark: z.string(), code: z.string().max(100), device: deviceInput }),
    async load(tx, { personId }, { now }) {
      const account = await lockedAccount(tx, personId)
      const person = await personActor(tx, personId, now)
      return account && person && { account, person, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { account }, { mark }) => all(onlySignInJob(actor), firstStepStands(account, mark)),
    async change(tx, { input: { code, device }, subject, now }) {
      const redeemed = await redeem(tx, office, subject, code, now)
      if (!redeemed) return refusedBecause(wrongCode)
      const { method, events } = redeemed
      const { opened, event } = await openAnew(tx, { person: subject.person, device, method, strong: true }, now)
      return changed(opened, event, ...events)
    },
  })

export const wrongCode = reason('wrong-code', (lang) => words[lang].second.wrong)
