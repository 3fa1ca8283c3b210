import { houseMonitoring } from '#app/modules.ts'
import type { Deps } from '#kernel/web/request.ts'
import type { Step, World } from './world.ts'

const firstWeek = 42

/** The weekly evaluation, in the evening of every seventh day, as it would have run. */
export function weekSteps(deps: Deps): Step[] {
  const steps: Step[] = []
  for (let day = firstWeek; day <= 365; day += 7) steps.push({ day, tell: (world) => evaluate(world, deps, day) })
  return steps
}

async function evaluate({ teller, programmeId }: World, deps: Deps, day: number): Promise<void> {
  const at = teller.calendarDate(day)
  const now = new Date(`${at}T11:00:00Z`)
  const result = await houseMonitoring.evaluateProgramme(deps, programmeId, at, 'weekly', { now })
  if (process.env.STORY && result) console.log(at, 'fired', result.fired.join(' '), 'cleared', result.cleared.join(' '))
}
