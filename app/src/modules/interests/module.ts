import type { Module } from '#kernel/module.ts'
import { interestRoutes } from './routes.tsx'

export const interests: Module = { name: 'interests', routes: interestRoutes }
