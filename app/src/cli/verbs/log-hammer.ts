import { readAs } from '#kernel/database.ts'
import { startSequencer } from '#kernel/sequencer.ts'
import type { Deps } from '#kernel/web/request.ts'
import {
  hammer,
  logJob,
  publishedCheckpoint,
  readIdentity,
  secretsFolder,
  startSigner,
} from '#modules/transparency/public.ts'
import { sourceAt } from '#packages/transparency-log/node/log-source.ts'
import type { Place } from '../../start/databases.ts'
import { type Arguments, InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

/** Signs beside a running Mufakat, as a second process of the app would. What it writes stays in the log for ever. */
export const logHammerVerb: Verb = {
  name: 'log hammer',
  words: 1,
  usage: '[URL] [--seconds N] [--writers N]',
  about:
    'writes events under load, then proves every write and the consistency of every checkpoint seen (at URL, or in the database); the events stay in the log',
  options: { seconds: { type: 'string' }, writers: { type: 'string' } },
  async run(args, config) {
    const seconds = numberIn(args, 'seconds', 10, 600)
    const writers = numberIn(args, 'writers', 16, 64)
    await withDeps(config, async (deps, place) => {
      const identity = await readAs(deps.jobs, logJob, deps.clock(), readIdentity)
      if (!identity) throw new InputError('the public log has not begun: start Mufakat once')
      const process = beside(deps, place, secretsFolder(config))
      try {
        const checkpoint = checkpointAt(args.words[0], deps)
        const { appUrl, direct } = place
        const options = { jobs: deps.jobs, appUrl, direct, seconds, writers, checkpoint, vkey: identity.vkey }
        const done = await hammer({ ...options, idle: process.idle })
        print(args, { ok: true, ...done }, textOf(done))
      } catch (error) {
        throw new InputError(`NOT PROVED: ${(error as Error).message}`)
      } finally {
        await process.stop()
      }
    })
  },
}

function beside({ jobs, clock, log, metrics }: Deps, { jobsUrl }: Place, folder: string) {
  const signer = startSigner({ jobs, folder, clock, log, metrics })
  const sequencer = startSequencer({ jobs, listenUrl: jobsUrl, clock, log, metrics, onNumbered: signer.wake })
  return {
    async idle() {
      await sequencer.idle()
      await signer.idle()
    },
    async stop() {
      await sequencer.stop()
      await signer.stop()
    },
  }
}

function checkpointAt(url: string | undefined, { jobs, clock }: Deps): () => Promise<Uint8Array | undefined> {
  if (!url) return () => readAs(jobs, logJob, clock(), publishedCheckpoint)
  const source = sourceAt(url)
  return () => source.read('checkpoint')
}

function numberIn({ options }: Arguments, name: string, usual: number, most: number): number {
  const number = options[name] === undefined ? usual : Number(options[name])
  if (!Number.isInteger(number) || number < 1 || number > most) throw new UsageError(`--${name}: 1 to ${most}`)
  return number
}

function textOf(done: Awaited<ReturnType<typeof hammer>>): string {
  const ms = (value: number) => `${Math.round(value)} ms`
  return [
    `Proved: ${done.proved} of ${done.writes} acknowledged writes, ${done.rolledBack} taken back`,
    `  writes         ${Math.round(done.perSecond)} a second for ${done.seconds.toFixed(1)} s`,
    `  checkpoints    ${done.checkpoints} seen, each extends the one before`,
    `  behind         p50 ${ms(done.lag.p50)}, p95 ${ms(done.lag.p95)}, at most ${ms(done.lag.max)}`,
    `  proof          ${done.proofMs.toFixed(2)} ms each`,
  ].join('\n')
}
