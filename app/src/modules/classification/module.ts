import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { withheldInPlace } from './in-place.tsx'
import { classificationPaths } from './paths.ts'
import { classificationRoutes } from './routes.tsx'
import { decisionHeads } from './store/read.ts'

/** `readers`: what other modules tell of the records that can be withheld; modules.ts passes them in. */
export function classificationModule(readers: SubjectReader[]): Module {
  return {
    name: 'classification',
    routes: (site) => classificationRoutes(site, readers),
    inPlace: withheldInPlace,
  }
}

/** Decisions, for the rooms that name them: files that are open in part hang on one. */
export const classificationSubjects: SubjectReader = {
  kind: 'classification',
  name: both('Keputusan pengecualian', 'Classification decision'),
  heads: decisionHeads,
  href: classificationPaths.one,
}
