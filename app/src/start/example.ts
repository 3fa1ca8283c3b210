import type { JobActor } from '#kernel/access.ts'
import { type ReadTx, readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn } from '#kernel/session/job.ts'
import type { Deps } from '#kernel/web/request.ts'
import { closeExample, openExample } from '#modules/accounts/public.ts'
import { exampleEmails } from '#world/seed.ts'

/** What events about the installation as a whole are about. */
export const installation = '00000000-0000-7000-8000-00000000005e'

const reader: JobActor = { kind: 'job', job: 'seed', classes: ['public'] }

/** An example that is no longer shown leaves no doors with known passwords; shown again, it has those doors back. */
export async function settleExample(deps: Deps, say: (message: string) => void): Promise<void> {
  const now = deps.clock()
  const last = await readAs(deps.jobs, reader, now, lastOfExample)
  if (!last) return
  const shown = deps.config.MUFAKAT_DEMO !== 'off'
  const shut = last.name === 'example.closed'
  if (shown !== shut) return
  const outcome = shown
    ? await run(openExample, { installation, accounts: last.payload.accounts }, asSignIn(deps, now))
    : await run(closeExample, { installation, emails: exampleEmails }, asSignIn(deps, now))
  if (outcome.kind !== 'done') throw new Error(`The example's accounts could not be settled: ${outcome.kind}.`)
  say(`${outcome.value} accounts of the example are ${shown ? 'open again' : 'suspended'} (MUFAKAT_DEMO)`)
}

type Settled = { name: string; payload: { accounts?: string[] } }

function lastOfExample(tx: ReadTx): Promise<Settled | undefined> {
  return tx
    .selectFrom('events')
    .select(['name', 'payload'])
    .where('subject_id', '=', installation)
    .where('name', 'in', ['example.seeded', 'example.closed', 'example.opened'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst() as Promise<Settled | undefined>
}
