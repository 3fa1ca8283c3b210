import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { resourcePaths } from './paths.ts'
import { resourceRoutes } from './routes.tsx'

/** With what other modules put on the pages of its records; modules.ts passes it in. */
export function resourcesModule(sections: RecordSection[] = []): Module {
  return { name: 'resources', routes: (site) => resourceRoutes(site, sections) }
}

/** For rooms that attach to any record. */
export const lineSubjects = titledSubjects({
  kind: 'budget-line',
  name: both('Pos anggaran', 'Budget line'),
  table: 'budget_lines',
  href: resourcePaths.line,
})

export const contractSubjects = titledSubjects({
  kind: 'contract',
  name: both('Kontrak', 'Contract'),
  table: 'contracts',
  href: resourcePaths.contract,
})

export const resourceSubjects = titledSubjects({
  kind: 'resource',
  name: both('Sumber daya', 'Resource'),
  table: 'resources',
  href: resourcePaths.offer,
})
