import type { Module } from '#kernel/module.ts'
import { programmeRoutes } from './routes.tsx'
import { noExtensions, type ProgrammeExtensions } from './standing.ts'

/** The module with what monitoring, tasks and other higher modules add to its pages. */
export function programmesWith(extensions: Partial<ProgrammeExtensions>): Module {
  return { name: 'programmes', routes: (site) => programmeRoutes(site, { ...noExtensions, ...extensions }) }
}

export const programmes: Module = programmesWith({})
