import type { Module } from '#kernel/module.ts'
import { type DirectoryExtensions, noExtensions } from './extensions.ts'
import { directoryRoutes } from './routes.tsx'

/** `extensions`: what modules of higher tiers show on the pages of organisations and people. */
export function directory(extensions: Partial<DirectoryExtensions> = {}): Module {
  return { name: 'directory', routes: (site) => directoryRoutes(site, { ...noExtensions, ...extensions }) }
}
