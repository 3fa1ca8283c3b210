import type { Module } from '#kernel/module.ts'
import { type DecisionLinks, noLinks } from './links.ts'
import { decisionRoutes } from './routes.tsx'

/** With what other modules know of objectives and tasks; modules.ts passes it in. */
export function decisionsModule(links: DecisionLinks): Module {
  return { name: 'decisions', routes: (site) => decisionRoutes(site, links) }
}

export const decisions: Module = decisionsModule(noLinks)
