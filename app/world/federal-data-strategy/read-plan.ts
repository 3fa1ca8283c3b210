import { exchangeParts, houseMonitoring } from '#app/modules.ts'
import type { Deps } from '#kernel/web/request.ts'
import { importProgramme } from '#modules/programmes/exchange/import-programme.ts'
import plan from './programme.json' with { type: 'json' }

/** The 2020 Action Plan as a programme, evaluated as of the last day of its year. */
export async function readPlan(deps: Deps): Promise<void> {
  const source = 'app/world/federal-data-strategy/programme.json'
  const outcome = await importProgramme(deps.jobs, plan, { now: deps.clock(), source, parts: exchangeParts })
  if (outcome.kind !== 'done') {
    const [first] = outcome.problems
    throw new Error(`federal data strategy: ${first?.at}: ${first?.says}`)
  }
  const at = plan.programme.evaluateAt
  await houseMonitoring.evaluatePast(deps, outcome.programmeId, at)
}
