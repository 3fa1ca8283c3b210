import type { Module } from '#kernel/module.ts'
import type { StakesOf } from './conflict.ts'
import { interestRoutes } from './routes.tsx'

/** With what other modules know an organisation has at stake; modules.ts passes it in. */
export function interestsModule(stakes: StakesOf[]): Module {
  return { name: 'interests', routes: (site) => interestRoutes(site, stakes) }
}

export const interests: Module = interestsModule([])
