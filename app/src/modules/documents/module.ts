import type { Module } from '#kernel/module.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { documentRoutes } from './routes.tsx'

/** `readers`: what other modules tell of the records that can have documents; modules.ts passes them in. */
export function documentsModule(readers: SubjectReader[]): Module {
  return { name: 'documents', routes: (site) => documentRoutes(site, readers) }
}
