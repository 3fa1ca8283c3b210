import type { Module } from '#kernel/module.ts'
import type { DeskPart } from '#kernel/web/desk.ts'
import { noLinks, type TaskLinks } from './links.ts'
import { taskRoutes } from './routes.tsx'

/** With what other modules know of objectives and put on the desk; app.ts passes it in. */
export function tasksModule(links: TaskLinks, desk: DeskPart[] = []): Module {
  return { name: 'tasks', routes: (site) => taskRoutes(site, links, desk) }
}

export const tasks: Module = tasksModule(noLinks)
