import type { Module } from '#kernel/module.ts'
import { requestRoutes } from './routes.tsx'

export const requestsModule: Module = { name: 'requests', routes: requestRoutes }
