import type { Module } from '#kernel/module.ts'
import { noLinks, type TaskLinks } from './links.ts'
import { taskRoutes } from './routes.tsx'

/** With what other modules know of objectives; app.ts passes it in. */
export function tasksModule(links: TaskLinks): Module {
  return { name: 'tasks', routes: (site) => taskRoutes(site, links) }
}

export const tasks: Module = tasksModule(noLinks)
