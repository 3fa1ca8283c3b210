import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { withheldInPlace } from './in-place.tsx'
import type { HrefOf } from './loads-findings.ts'
import { classificationPaths } from './paths.ts'
import { classificationRoutes } from './routes.tsx'
import { findingRoutes } from './routes-findings.tsx'
import { decisionHeads } from './store/read.ts'

/** `readers`: what other modules tell of the records that can be withheld; `hrefOf`: where any record is shown. */
export function classificationModule(readers: SubjectReader[], hrefOf: HrefOf): Module {
  return {
    name: 'classification',
    routes: (site) => {
      classificationRoutes(site, readers)
      findingRoutes(site, hrefOf)
    },
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
