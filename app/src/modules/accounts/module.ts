import type { Module } from '#kernel/module.ts'
import { type AccountOptions, accountRoutes } from './routes.tsx'

export function accounts(options: AccountOptions = {}): Module {
  return { name: 'accounts', routes: (site) => accountRoutes(site, options) }
}
