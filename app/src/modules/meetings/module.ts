import type { Module } from '#kernel/module.ts'
import { both } from '#kernel/reason.ts'
import { titledSubjects } from '#kernel/subject-reader.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { type MeetingLinks, noLinks } from './links.ts'
import { meetingPaths } from './paths.ts'
import { meetingRoutes } from './routes.tsx'

/** With what other modules know of tasks, obstacles and decisions, and put on the page of a meeting; app.ts passes it in. */
export function meetingsModule(links: MeetingLinks, sections: RecordSection[] = []): Module {
  return { name: 'meetings', routes: (site) => meetingRoutes(site, links, sections) }
}

export const meetings: Module = meetingsModule(noLinks)

/** For rooms that attach to any record. */
export const meetingSubjects = titledSubjects({
  kind: 'meeting',
  name: both('Rapat', 'Meeting'),
  table: 'meetings',
  href: (_slug, id) => meetingPaths.one(id),
})
