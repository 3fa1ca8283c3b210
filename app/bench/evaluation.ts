import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { houseMonitoring } from '#app/modules.ts'
import { keyFor } from '#app/start/secrets.ts'
import { connect, jakartaDate } from '#kernel/database.ts'
import { show } from '../../bin/figures.ts'

/** All indicators and obstacles of a programme with 50,000 tasks and a million happenings. */
export async function benchEvaluation(adminUrl: string, dataDir: string, programme: string): Promise<void> {
  const url = new URL(adminUrl)
  url.username = 'mufakat_jobs'
  url.password = keyFor(readFileSync(join(dataDir, 'secrets/secret'), 'utf8').trim(), 'mufakat_jobs')
  const jobs = connect(url.href, { statementTimeout: 60_000 })
  try {
    const now = new Date()
    const began = performance.now()
    await houseMonitoring.evaluateProgramme({ jobs, clock: () => now }, programme, jakartaDate(now), 'preview')
    const seconds = (performance.now() - began) / 1000
    show({ name: 'all indicators over 1 million happenings', value: seconds, unit: 's', goal: 10, better: 'less' })
  } finally {
    await jobs.close()
  }
}
