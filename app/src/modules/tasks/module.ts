import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import type { DeskPart } from '#kernel/web/desk.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { noLinks, type TaskLinks } from './links.ts'
import { taskPaths } from './paths.ts'
import { taskRoutes } from './routes.tsx'

/** With what other modules know of objectives, put on the desk and at the foot of a task; app.ts passes it in. */
export function tasksModule(links: TaskLinks, desk: DeskPart[] = [], sections: RecordSection[] = []): Module {
  return { name: 'tasks', routes: (site) => taskRoutes(site, links, desk, sections) }
}

export const tasks: Module = tasksModule(noLinks)

/** For rooms that attach to any record. */
export const taskSubjects = titledSubjects({
  kind: 'task',
  name: both('Tugas', 'Task'),
  table: 'tasks',
  href: taskPaths.task,
})
