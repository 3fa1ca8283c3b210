import type { Module } from '#kernel/module.ts'
import type { Deps } from '#kernel/web/request.ts'

/** Every room of the house, lower tiers first. */
export function allModules(_deps: Deps): Module[] {
  return []
}
