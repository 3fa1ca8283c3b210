import type { Module } from '#kernel/module.ts'
import type { SearchLinks } from './links.ts'
import { searchRoutes } from './routes.tsx'

export function searchModule(links: SearchLinks): Module {
  return { name: 'search', routes: (site) => searchRoutes(site, links) }
}
