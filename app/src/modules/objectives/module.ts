import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { objectivePaths } from './paths.ts'
import { objectiveRoutes } from './routes.tsx'

/** With what other modules put on the page of an objective; modules.ts passes it in. */
export function objectivesModule(sections: RecordSection[] = []): Module {
  return { name: 'objectives', routes: (site) => objectiveRoutes(site, sections) }
}

export const objectives: Module = objectivesModule()

/** For rooms that attach to any record. */
export const objectiveSubjects = titledSubjects({
  kind: 'objective',
  name: both('Sasaran', 'Objective'),
  table: 'objectives',
  href: objectivePaths.one,
})
