import pg from 'pg'
import { type JobResult, PgBoss, type Queue } from 'pg-boss'
import type { Logger } from 'pino'

/**
 * Makes or upgrades pg-boss's schema as its owner and lets the jobs' role use it. Part of `mufakat migrate`, after
 * the roles exist; safe to repeat. `adminUrl`: a direct connection of the administrator.
 */
export async function prepareBoss(adminUrl: string): Promise<void> {
  await asAdministrator(adminUrl, 'create schema if not exists pgboss authorization mufakat_owner')
  await makeBossTables(adminUrl)
  await asAdministrator(
    adminUrl,
    `set role mufakat_owner;
    grant usage on schema pgboss to mufakat_jobs;
    grant select, insert, update, delete on all tables in schema pgboss to mufakat_jobs;
    grant usage on all sequences in schema pgboss to mufakat_jobs;
    grant execute on all functions in schema pgboss to mufakat_jobs`,
  )
}

async function asAdministrator(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

async function makeBossTables(adminUrl: string): Promise<void> {
  const asOwner = { connectionString: adminUrl, options: '-c role=mufakat_owner', max: 1 }
  const boss = new PgBoss({
    ...asOwner,
    createSchema: false,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  let problem: Error | undefined
  boss.on('error', (error) => (problem = error))
  await boss.start()
  await boss.stop({ graceful: true })
  if (problem) throw problem
}

export type Jobs = {
  boss: PgBoss
  /**
   * Does `work` at the times of `cron` (five fields, western Indonesian time) in one process at a time; a time missed
   * while nothing ran is made up for once. `runNow` asks for it outside its times, unless it is already under way.
   */
  schedule(name: string, cron: string, work: () => Promise<void>): Promise<{ runNow(): Promise<void> }>
  stop(): Promise<void>
}

export type JobsOptions = {
  /** The jobs' role. */
  url: string
  log: Logger
}

export async function startJobs({ url, log }: JobsOptions): Promise<Jobs> {
  const boss = new PgBoss({ connectionString: url, max: 4, migrate: false, reindex: false })
  boss.on('error', (error) => log.error({ err: error }, 'job queue'))
  boss.on('warning', (warning) => log.warn({ warning }, 'job queue'))
  await boss.start({ attempts: 3 })
  return {
    boss,
    schedule: (name, cron, work) => scheduleWork(boss, name, cron, work),
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

async function scheduleWork(boss: PgBoss, name: string, cron: string, work: () => Promise<void>) {
  await ensureQueue(boss, { name, policy: 'exclusive', retryLimit: 3, retryDelay: 60, retryBackoff: true })
  await boss.work(name, work)
  await boss.schedule(name, cron, null, { tz: 'Asia/Jakarta', missed: 'once' })
  return {
    async runNow() {
      await boss.send(name)
    },
  }
}

/** Works off a queue in batches of 50 without a pause while they are full; a job that fails leaves the others done. */
export async function workBatches<D extends object>(boss: PgBoss, queue: Queue, work: (data: D) => Promise<void>) {
  await ensureQueue(boss, queue)
  const options = { batchSize: 50, burstWhenBatchFull: true, pollingIntervalSeconds: 0.5, perJobResults: true } as const
  await boss.work<D, unknown, typeof options>(queue.name, options, async (jobs) => {
    const results: JobResult[] = []
    for (const job of jobs) {
      try {
        await work(job.data)
        results.push({ id: job.id, status: 'completed' })
      } catch (error) {
        results.push({ id: job.id, status: 'failed', output: { error: String(error) } })
      }
    }
    return results
  })
}

/** Queue settings live in the database; a changed setting of the code replaces what an older version stored. */
export async function ensureQueue(boss: PgBoss, { name, policy, ...settings }: Queue): Promise<void> {
  await boss.createQueue(name, { policy, ...settings })
  if (Object.keys(settings).length > 0) await boss.updateQueue(name, settings)
}
