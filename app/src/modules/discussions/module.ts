import type { Module } from '#kernel/module.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { discussionRoutes } from './routes.tsx'

/** `readers`: what other modules tell of the records that can be discussed; modules.ts passes them in. */
export function discussionsModule(readers: SubjectReader[]): Module {
  return { name: 'discussions', routes: (site) => discussionRoutes(site, readers) }
}
