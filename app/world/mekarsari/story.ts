import type { Deps } from '#kernel/web/request.ts'
import { charterSteps } from './charter.ts'
import { decisionSteps } from './decisions.ts'
import { discussionSteps } from './discussions.ts'
import { found } from './founding.ts'
import { goalSteps } from './goals.ts'
import { interestSteps } from './interests.ts'
import { enterPeople } from './people.ts'
import { promiseSteps } from './promises.ts'
import { remedySteps } from './remedies.ts'
import { staffingSteps } from './staffing.ts'
import { createTeller } from './tell.ts'
import { weekSteps } from './weeks.ts'
import { workSteps } from './work.ts'
import type { Step, World } from './world.ts'

/** Twelve months of the programme against stunting, told by its own operations up to today. */
export async function tellStory(deps: Deps): Promise<World> {
  const teller = createTeller(deps, deps.clock())
  const ids = await enterPeople(deps, teller)
  const founded = await found(teller, ids)
  const world: World = { teller, ...ids, ...founded, objectives: new Map(), measures: new Map(), services: new Map() }
  const steps: Step[] = [
    ...charterSteps(deps),
    ...goalSteps(),
    ...interestSteps(),
    ...decisionSteps(deps),
    ...promiseSteps(),
    ...workSteps(),
    ...staffingSteps(deps),
    ...weekSteps(deps),
    ...remedySteps(deps),
    ...discussionSteps(),
  ]
  steps.sort((a, b) => a.day - b.day)
  for (const step of steps) {
    teller.goTo(step.day)
    await step.tell(world)
  }
  return world
}
