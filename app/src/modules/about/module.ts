import type { Module } from '#kernel/module.ts'
import { aboutRoutes } from './routes.tsx'

export const about: Module = { name: 'about', routes: aboutRoutes }
