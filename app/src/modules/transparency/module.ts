import type { Module } from '#kernel/module.ts'
import { noLinks, type RecordLinks } from './record-links.ts'
import { logRoutes } from './routes.tsx'

/** With the names that other modules give their events; modules.ts passes them in. */
export function transparencyModule(links: RecordLinks): Module {
  return { name: 'transparency', routes: (site) => logRoutes(site, links) }
}

export const transparency: Module = transparencyModule(noLinks)
