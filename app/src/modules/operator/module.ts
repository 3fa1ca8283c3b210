import type { Module } from '#kernel/module.ts'
import type { OperatorPart } from '#kernel/web/operator-part.ts'
import { operatorRoutes } from './routes.tsx'

/** With what other modules tell whoever runs the installation; modules.ts passes it in. */
export function operatorModule(parts: OperatorPart[]): Module {
  return { name: 'operator', routes: (site) => operatorRoutes(site, parts) }
}

export const operator: Module = operatorModule([])
