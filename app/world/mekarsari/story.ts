import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { charterSteps } from './charter.ts'
import { classificationSteps } from './classification.ts'
import { decisionSteps } from './decisions.ts'
import { discussionSteps } from './discussions.ts'
import { documentSteps } from './documents.ts'
import { escalationSteps } from './escalations.ts'
import { found } from './founding.ts'
import { goalSteps } from './goals.ts'
import { interestSteps } from './interests.ts'
import { meetingSteps } from './meetings.ts'
import { enterPeople } from './people.ts'
import { promiseSteps } from './promises.ts'
import { redactionSteps } from './redaction.ts'
import { remedySteps } from './remedies.ts'
import { reportFileSteps } from './report-file.ts'
import { requestSteps } from './requests.ts'
import { resourceSteps } from './resources.ts'
import { skillSteps } from './skills.ts'
import { staffingSteps } from './staffing.ts'
import { createTeller } from './tell.ts'
import { weekSteps } from './weeks.ts'
import { workSteps } from './work.ts'
import type { Step, World } from './world.ts'

/** Twelve months of the programme against stunting, told by its own operations up to today. */
export async function tellStory(deps: Deps): Promise<World> {
  const now = deps.clock()
  const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
  const calendar = await readAs(deps.jobs, reader, now, (tx) => readCalendar(tx))
  const teller = createTeller(deps, calendar, now)
  const ids = await enterPeople(deps, teller)
  const founded = await found(teller, ids)
  const world: World = { teller, ...ids, ...founded, objectives: new Map(), measures: new Map(), services: new Map() }
  const steps: Step[] = [
    ...charterSteps(deps),
    ...goalSteps(),
    ...interestSteps(),
    ...decisionSteps(deps),
    ...escalationSteps(),
    ...promiseSteps(),
    ...workSteps(),
    ...skillSteps(),
    ...staffingSteps(deps),
    ...meetingSteps(deps, teller),
    ...weekSteps(deps),
    ...remedySteps(deps),
    ...discussionSteps(),
    ...documentSteps(deps),
    ...reportFileSteps(deps),
    ...requestSteps(deps),
    ...classificationSteps(deps),
    ...redactionSteps(deps),
    ...resourceSteps(deps),
  ]
  steps.sort((a, b) => a.day - b.day)
  for (const step of steps) {
    teller.goTo(step.day)
    await step.tell(world)
  }
  return world
}
