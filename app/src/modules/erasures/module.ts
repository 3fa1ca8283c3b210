import type { Module } from '#kernel/module.ts'
import { erasureRoutes } from './routes.tsx'

export const erasuresModule: Module = { name: 'erasures', routes: erasureRoutes }
