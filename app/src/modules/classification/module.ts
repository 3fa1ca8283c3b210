import type { Module } from '#kernel/module.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { withheldInPlace } from './in-place.tsx'
import { classificationRoutes } from './routes.tsx'

/** `readers`: what other modules tell of the records that can be withheld; modules.ts passes them in. */
export function classificationModule(readers: SubjectReader[]): Module {
  return {
    name: 'classification',
    routes: (site) => classificationRoutes(site, readers),
    inPlace: withheldInPlace,
  }
}
