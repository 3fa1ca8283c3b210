import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { type DecisionLinks, noLinks } from './links.ts'
import { decisionPaths } from './paths.ts'
import { decisionRoutes } from './routes.tsx'

/** With what other modules know of objectives and tasks, have of documents, and put on the page of a decision; modules.ts passes it in. */
export function decisionsModule(
  links: DecisionLinks,
  documents: RecordSection[] = [],
  sections: RecordSection[] = [],
): Module {
  return { name: 'decisions', routes: (site) => decisionRoutes(site, links, documents, sections) }
}

export const decisions: Module = decisionsModule(noLinks)

/** For rooms that attach to any record. */
export const decisionSubjects = titledSubjects({
  kind: 'decision',
  name: both('Keputusan', 'Decision'),
  table: 'decisions',
  title: 'question',
  href: (_slug, id) => decisionPaths.decision(id),
})
