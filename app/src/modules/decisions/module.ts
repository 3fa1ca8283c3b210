import type { Module } from '#kernel/module.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { type DecisionLinks, noLinks } from './links.ts'
import { decisionRoutes } from './routes.tsx'

/** With what other modules know of objectives and tasks; modules.ts passes it in. */
export function decisionsModule(links: DecisionLinks, sections: RecordSection[] = []): Module {
  return { name: 'decisions', routes: (site) => decisionRoutes(site, links, sections) }
}

export const decisions: Module = decisionsModule(noLinks)
