import type { Module } from '#kernel/module.ts'
import { objectiveRoutes } from './routes.tsx'

export const objectives: Module = { name: 'objectives', routes: objectiveRoutes }
