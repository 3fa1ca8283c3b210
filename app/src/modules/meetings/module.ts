import type { Module } from '#kernel/module.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import { type MeetingLinks, noLinks } from './links.ts'
import { meetingRoutes } from './routes.tsx'

/** With what other modules know of tasks, obstacles and decisions, and put on a meeting's page; modules.ts passes it in. */
export function meetingsModule(links: MeetingLinks, sections: RecordSection[] = []): Module {
  return { name: 'meetings', routes: (site) => meetingRoutes(site, links, sections) }
}

export const meetings: Module = meetingsModule(noLinks)
