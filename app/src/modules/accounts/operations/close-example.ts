import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { stopLinks } from '#kernel/session/single-use.ts'
import { endAllSessions } from '#kernel/session.ts'
import { accountEvent } from '../office.ts'
import { lockedOpenAccounts, setDisabled } from '../store/accounts.ts'

/**
 * The example's accounts have passwords that everybody knows: where the installation no longer shows the example they
 * are shut, and only these are opened again should it be shown once more.
 */
export const closeExample = operation({
  name: 'close-example',
  summary: both('Menutup akun contoh', 'Shuts the accounts of the example'),
  input: z.strictObject({ installation: z.uuid(), emails: z.array(z.email()).max(100) }),
  load: (tx, { emails }) => lockedOpenAccounts(tx, emails),
  policy: onlySignInJob,
  async change(tx, { input, subject: accounts, now }) {
    const suspended: NewEvent[] = []
    for (const personId of accounts) suspended.push(await suspend(tx, personId, now))
    return changed(accounts.length, exampleEvent('example.closed', input.installation, accounts), ...suspended)
  },
})

export const openExample = operation({
  name: 'open-example',
  summary: both('Membuka lagi akun contoh', 'Opens the accounts of the example again'),
  input: z.strictObject({ installation: z.uuid(), accounts: z.array(z.uuid()).max(100) }),
  load: async (_tx, { accounts }) => accounts,
  policy: onlySignInJob,
  async change(tx, { input, subject: accounts }) {
    for (const personId of accounts) await setDisabled(tx, personId, null)
    const reinstated = accounts.map((personId) => accountEvent('account.reinstated', personId))
    return changed(accounts.length, exampleEvent('example.opened', input.installation, accounts), ...reinstated)
  },
})

async function suspend(tx: Tx, personId: string, now: Date): Promise<NewEvent> {
  await setDisabled(tx, personId, now)
  await stopLinks(tx, personId, now)
  return accountEvent('account.suspended', personId, { sessions: await endAllSessions(tx, personId, now) })
}

function exampleEvent(name: string, installation: string, accounts: string[]): NewEvent {
  const subject = { subjectKind: 'installation', subjectId: installation }
  return { name, programmeId: null, class: 'public', ...subject, payload: { accounts } }
}
