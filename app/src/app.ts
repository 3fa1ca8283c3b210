import { Hono } from 'hono'
import type { Module } from '#kernel/module.ts'
import { identify, requestContext, storedPages } from '#kernel/web/context.ts'
import { failures } from '#kernel/web/failures.ts'
import { type Answers, createOpenApi, type OpenApi } from '#kernel/web/openapi/entry.ts'
import { operationsRoutes } from '#kernel/web/operations-routes.tsx'
import { pace } from '#kernel/web/pace.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { App, Deps, Env, Site } from '#kernel/web/request.ts'
import { limitedBody, sameOrigin } from '#kernel/web/security.ts'
import answers from './answers.json' with { type: 'json' }
import { apiTags } from './api-words.ts'
import { viewOf } from './view.ts'

/** The whole application: middleware in the order a request meets it, then one line a module. */
export function createApp(deps: Deps, modules: Module[]): { app: App; openapi: OpenApi } {
  const app: App = new Hono<Env>()
  const openapi = createOpenApi(answers as unknown as Answers, apiTags)
  const site: Site = {
    app,
    deps,
    openapi,
    viewOf: (c) => viewOf(deps, c),
    async inPlace(c) {
      for (const module of modules) {
        const answer = await module.inPlace?.(site, c)
        if (answer) return answer
      }
      return undefined
    },
  }
  app.onError(failures(site))
  app.notFound((c) => refuse(site, c, 'missing'))
  app.use(requestContext(deps))
  app.use(storedPages(deps))
  operationsRoutes(site)
  app.use(limitedBody(site))
  app.use(sameOrigin(site))
  app.use(identify(deps))
  app.use(pace(site))
  for (const module of modules) module.routes?.(site)
  return { app, openapi }
}
