import type { Follower } from '#kernel/followers.ts'
import { retryDeadLetter } from '#kernel/followers.ts'
import type { Jobs } from '#kernel/jobs.ts'
import type { Deps } from '#kernel/web/request.ts'
import { meetingMails } from '#modules/meetings/followers.ts'
import { deadLetterRetries } from '#modules/operator/followers.ts'
import { taskMails } from '#modules/tasks/followers.ts'

/** What happens after commit, over all modules. */
export function allFollowers(deps: Deps, { boss }: Jobs): Follower[] {
  const { jobs, clock, config } = deps
  return [
    taskMails({ baseUrl: config.BASE_URL, clock }),
    meetingMails({ baseUrl: config.BASE_URL, from: config.MAIL_FROM, clock }),
    deadLetterRetries((follower, number) => retryDeadLetter({ jobs, boss, clock }, follower, number)),
  ]
}
