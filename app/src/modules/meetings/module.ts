import type { Module } from '#kernel/module.ts'
import { type MeetingLinks, noLinks } from './links.ts'
import { meetingRoutes } from './routes.tsx'

/** With what other modules know of tasks, obstacles and decisions; app.ts passes it in. */
export function meetingsModule(links: MeetingLinks): Module {
  return { name: 'meetings', routes: (site) => meetingRoutes(site, links) }
}

export const meetings: Module = meetingsModule(noLinks)
