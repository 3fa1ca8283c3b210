import type { Follower } from '#kernel/followers.ts'
import { retryDeadLetter } from '#kernel/followers.ts'
import type { Jobs } from '#kernel/jobs.ts'
import type { Deps } from '#kernel/web/request.ts'
import { discussionMails } from '#modules/discussions/followers.ts'
import { erasures } from '#modules/erasures/erasing.ts'
import { escalationMails } from '#modules/escalations/followers.ts'
import { meetingMails } from '#modules/meetings/followers.ts'
import { deadLetterRetries } from '#modules/operator/followers.ts'
import { requestDeadlines, requestMails } from '#modules/requests/followers.ts'
import { taskMails } from '#modules/tasks/followers.ts'
import { erasables } from './erasables.ts'
import { discussedSubjects } from './modules.ts'

/** What happens after commit, over all modules. */
export function allFollowers(deps: Deps, { boss }: Jobs): Follower[] {
  const { db, jobs, clock, config } = deps
  return [
    taskMails({ baseUrl: config.BASE_URL, clock }),
    meetingMails({ baseUrl: config.BASE_URL, from: config.MAIL_FROM, clock }),
    discussionMails({ baseUrl: config.BASE_URL, clock, db, readers: discussedSubjects }),
    escalationMails({ baseUrl: config.BASE_URL, clock }),
    requestMails({ baseUrl: config.BASE_URL, clock }),
    requestDeadlines({ clock }),
    erasures({ jobs, erasables, clock, baseUrl: config.BASE_URL }),
    deadLetterRetries((follower, number) => retryDeadLetter({ jobs, boss, clock }, follower, number)),
  ]
}
