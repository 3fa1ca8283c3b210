import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import { programmePaths } from './paths.ts'
import { programmeRoutes } from './routes.tsx'
import { noExtensions, type ProgrammeExtensions } from './standing.ts'

/** The module with what monitoring, tasks and other higher modules add to its pages. */
export function programmesWith(extensions: Partial<ProgrammeExtensions>): Module {
  return { name: 'programmes', routes: (site) => programmeRoutes(site, { ...noExtensions, ...extensions }) }
}

export const programmes: Module = programmesWith({})

/** For rooms that attach to any record. */
export const programmeSubjects = titledSubjects({
  kind: 'programme',
  name: both('Program', 'Programme'),
  table: 'programmes',
  title: 'name',
  href: (slug) => programmePaths.programme(slug),
})
export const commitmentSubjects = titledSubjects({
  kind: 'commitment',
  name: both('Komitmen', 'Commitment'),
  table: 'commitments',
  href: programmePaths.commitment,
})
