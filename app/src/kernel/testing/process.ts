import { after } from 'node:test'
import { pino } from 'pino'
import { type Follower, startFollowers } from '../followers.ts'
import { type Jobs, startJobs } from '../jobs.ts'
import { startSequencer } from '../sequencer.ts'
import { createMetrics } from '../web/metrics.ts'
import type { TestDatabase } from './database.ts'

type ProcessOptions = { db: TestDatabase; clock: () => Date; followers: Follower[]; retryDelays?: number[] }
export type TestProcess = Awaited<ReturnType<typeof testProcess>>

const log = pino({ level: process.env.TEST_LOG ?? 'silent' })
const open: Jobs[] = []
after(() => Promise.all(open.map((jobs) => jobs.stop())))

/** One process of the app behind the pages: job queue, sequencer and followers; retries without a pause. */
export async function testProcess({ db, clock, followers, retryDelays = [0, 0, 0, 0] }: ProcessOptions) {
  const jobs = await startJobs({ url: db.urls.jobs, log })
  open.push(jobs)
  const metrics = createMetrics()
  const shared = { jobs: db.jobs, clock, log, metrics }
  const following = await startFollowers({ ...shared, followers, boss: jobs.boss, retryDelays })
  const sequencer = startSequencer({ ...shared, listenUrl: db.urls.admin, onNumbered: following.wake })
  return {
    boss: jobs.boss,
    metrics,
    /** Every committed event has its number and every follower has seen it. */
    async idle() {
      await sequencer.idle()
      await following.idle()
    },
    async stop() {
      await sequencer.stop()
      await following.stop()
    },
  }
}
