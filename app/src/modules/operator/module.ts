import type { Module } from '#kernel/module.ts'
import { operatorRoutes } from './routes.tsx'

export const operator: Module = { name: 'operator', routes: operatorRoutes }
