import type { Module } from '#kernel/module.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { type DecisionLinks, noLinks } from './links.ts'
import { decisionRoutes } from './routes.tsx'

/** With what other modules know of objectives and tasks, and have of documents; modules.ts passes it in. */
export function decisionsModule(links: DecisionLinks, documents: RecordSection[] = []): Module {
  return { name: 'decisions', routes: (site) => decisionRoutes(site, links, documents) }
}

export const decisions: Module = decisionsModule(noLinks)
