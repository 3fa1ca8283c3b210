import type { Dataset } from '#kernel/dataset.ts'
import type { Module } from '#kernel/module.ts'
import type { FeedSources } from './feed/happenings.ts'
import { dataRoutes } from './routes.tsx'

/** What every other module publishes, composed in modules.ts. */
export function openData(datasets: Dataset[], feeds: FeedSources): Module {
  return { name: 'opendata', routes: (site) => dataRoutes(site, datasets, feeds) }
}
