import { type Database, writeAs } from '../database.ts'
import { signInJob } from './job.ts'

/**
 * Deletes what no longer signs anyone in nor slows anyone down: counts and used challenges after 2 days, links 30 days after they expired,
 * sessions and API tokens after 91. Returns how many rows went. Meant to run daily.
 */
export function forgetOldSignIns(jobs: Database, now: Date): Promise<number> {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  return writeAs(jobs, signInJob, now, async (tx) => {
    const queries = [
      tx.deleteFrom('attempt_limits').where('last_at', '<', ago(2)),
      tx.deleteFrom('used_challenges').where('expires_at', '<', ago(2)),
      tx.deleteFrom('single_use_links').where('expires_at', '<', ago(30)),
      tx.deleteFrom('sessions').where('seen_at', '<', ago(91)),
      tx.deleteFrom('api_tokens').where('expires_at', '<', ago(91)),
    ]
    let rows = 0
    for (const query of queries) rows += Number((await query.executeTakeFirst()).numDeletedRows)
    return rows
  })
}
