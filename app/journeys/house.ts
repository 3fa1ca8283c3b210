import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import { createApp } from '#app/app.ts'
import { allModules } from '#app/modules.ts'
import { assetRoutes, readAssets } from '#app/start/assets.ts'
import { seedFirstStart } from '#app/start/seed.ts'
import { listen, stopListening } from '#app/start/serve.ts'
import { readConfig } from '#kernel/config.ts'
import { diskFiles } from '#kernel/files.ts'
import { answerChecks } from '#kernel/testing/answers.ts'
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { PageStore } from '#kernel/web/page-store.ts'
import type { App, Deps } from '#kernel/web/request.ts'
import type { DemoSignIn } from '#world/seed.ts'

export type House = {
  origin: string
  app: App
  db: TestDatabase
  deps: Deps
  patterns: string[]
  signIns: DemoSignIn[]
  close(): Promise<void>
}

/** `world`: 'none' leaves the seeded world out, where a journey needs but an account or two. */
type HouseOptions = { now?: Date; store?: 'on' | 'off'; world?: 'none' }

/** The whole application on a port of its own, over a database that holds the seeded world. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const db = await testDatabase()
  const deps = await houseDeps(db, options)
  const signIns = options.world === 'none' ? [] : await seedFirstStart(deps, () => {})
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
      !/^\/log\/(?!records)|^\/data\/(?!:dataset$)|\/feed\.atom$/.test(path),
  )
  return [...new Set(pages.map((route) => route.path))]
}

async function houseDeps(db: TestDatabase, { now, store = 'on' }: HouseOptions): Promise<Deps> {
  const port = String(await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-files-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: port,
    BASE_URL: `http://127.0.0.1:${port}`,
    MUFAKAT_PAGE_STORE: store,
  })
  return {
    config,
    db: db.app,
    jobs: db.jobs,
    clock: () => now ?? new Date(),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    metrics: createMetrics(),
    pages: new PageStore(db.app.kysely),
    files: diskFiles(folder),
    assets: readAssets().urls,
    secret: 'journeys-'.padEnd(64, 'x'),
  }
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
