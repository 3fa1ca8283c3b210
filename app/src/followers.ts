import type { Follower } from '#kernel/followers.ts'
import { retryDeadLetter } from '#kernel/followers.ts'
import type { Jobs } from '#kernel/jobs.ts'
import type { Deps } from '#kernel/web/request.ts'
import { deadLetterRetries } from '#modules/operator/followers.ts'

/** What happens after commit, over all modules. */
export function allFollowers(deps: Deps, { boss }: Jobs): Follower[] {
  const { jobs, clock } = deps
  return [deadLetterRetries((follower, number) => retryDeadLetter({ jobs, boss, clock }, follower, number))]
}
