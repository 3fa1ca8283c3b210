import type { Module } from '#kernel/module.ts'
import { about } from '#modules/about/module.ts'
import { accounts } from '#modules/accounts/module.ts'
import { objectives } from '#modules/objectives/module.ts'
import type { DemoSignIn } from './start/seed.ts'

/** Every room of the house, lower tiers first. */
export function allModules(options: { demoSignIns: DemoSignIn[] }): Module[] {
  return [about, accounts({ demoSignIns: options.demoSignIns }), objectives]
}
