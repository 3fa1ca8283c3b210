import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '#app/app.ts'
import { allModules } from '#app/modules.ts'
import { assetRoutes, readAssets } from '#app/start/assets.ts'
import { listen, stopListening } from '#app/start/serve.ts'
import { answerChecks } from '#kernel/testing/answers.ts'
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import type { App, Deps } from '#kernel/web/request.ts'
import { type DemoSignIn, demoSignIns } from '#world/seed.ts'
import { exampleDatabase, exampleNow } from '#world/testing/example.ts'

export type House = {
  origin: string
  app: App
  db: TestDatabase
  deps: Deps
  patterns: string[]
  signIns: DemoSignIn[]
  close(): Promise<void>
}

/**
 * The whole application on a port of its own, over a database that holds the example world, on the day of its first start.
 * `world`: 'none' leaves the example out, where a journey needs but an account or two. `clock`: of a journey through time.
 */
export async function openHouse(options: { world?: 'none'; clock?: () => Date } = {}): Promise<House> {
  const empty = options.world === 'none'
  const db = await (empty ? testDatabase() : exampleDatabase())
  const deps = await houseDeps(db, options.clock ?? (empty ? () => new Date() : () => exampleNow))
  const signIns = empty ? [] : demoSignIns
  const { app, openapi } = createApp(deps, allModules({ demoSignIns: signIns }))
  const answers = answerChecks(openapi)
  assetRoutes(app, readAssets())
  const server = (await listen(app, deps)) as Server
  const { port } = server.address() as AddressInfo
  if (port !== deps.config.PORT) throw new Error('the port was chosen before')
  const patterns = pagesOf(app)
  const close = async () => {
    await stopListening(server)
    answers.settle()
  }
  return { origin: deps.config.BASE_URL, app, db, deps, patterns, signIns, close }
}

/** Routes that answer GET with a page. */
export function pagesOf(app: App): string[] {
  const pages = app.routes.filter(
    ({ method, path }) =>
      method === 'GET' &&
      !/^\/(api\/v1|assets|healthz|readyz|metrics|dev)|\*|\.(ics|pdf)$|^\/documents\/:id\/file$/.test(path) &&
      !/^\/log\/(?!records)|^\/data\/(?!:dataset$)|\/feed\.atom$|^\/calendars\/|\/preview$/.test(path),
  )
  return [...new Set(pages.map((route) => route.path))]
}

async function houseDeps(db: TestDatabase, clock: () => Date): Promise<Deps> {
  const deps = testDeps(db, clock, true)
  const PORT = await freePort()
  const config = { ...deps.config, PORT, BASE_URL: `http://127.0.0.1:${PORT}` }
  return { ...deps, config, assets: readAssets().urls }
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
