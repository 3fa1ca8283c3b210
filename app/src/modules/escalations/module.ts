import type { Module } from '#kernel/module.ts'
import { type EscalationLinks, noLinks } from './links.ts'
import { escalationRoutes } from './routes.tsx'

/** With what other modules know of tasks, commitments, decisions and obstacles; modules.ts passes it in. */
export function escalationsModule(links: EscalationLinks = noLinks): Module {
  return { name: 'escalations', routes: (site) => escalationRoutes(site, links) }
}
