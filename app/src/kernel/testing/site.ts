import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import { createApp } from '#app/app.ts'
import type { Actor } from '../access.ts'
import { readConfig } from '../config.ts'
import { diskFiles } from '../files/disk.ts'
import type { FileStore } from '../files.ts'
import type { Module } from '../module.ts'
import type { Lang } from '../reason.ts'
import { createMetrics } from '../web/metrics.ts'
import { PageStore } from '../web/page-store.ts'
import type { Deps, Session } from '../web/request.ts'
import { answerChecks } from './answers.ts'
import type { TestDatabase } from './database.ts'
import { bucketFiles } from './s3-server.ts'

/** The same for all, since a database that is cloned holds hashes and links made with it. */
const secret = 'of-the-tests-'.padEnd(64, 'x')

type Ask = { as?: Actor; lang?: Lang; headers?: Record<string, string> }

/** `secret`: of another site, whose links and seals it then knows. */
type SiteOptions = { now?: Date; store?: boolean; secret?: string }

/** The application over a test database, asked as an actor without a sign-in; the clock is the test's. */
export function testSite(db: TestDatabase, modules: Module[], options: SiteOptions = {}) {
  const time = { now: options.now ?? new Date('2026-11-20T03:00:00Z') }
  const deps = testDeps(db, () => time.now, options.store ?? false)
  if (options.secret) deps.secret = options.secret
  const asked = { actor: undefined as Actor | undefined }
  const actAs: Module = {
    name: 'acting',
    routes: ({ app }) =>
      app.use(async (c, next) => {
        if (asked.actor) c.set('actor', asked.actor)
        if (asked.actor?.kind === 'person') c.set('session', freshSession(c.var.now))
        await next()
      }),
  }
  const { app, openapi } = createApp(deps, [actAs, ...modules])
  const checks = answerChecks(openapi)
  const origin = deps.config.BASE_URL
  const send = async (path: string, ask: Ask, init: RequestInit) => {
    asked.actor = ask.as
    const headers = { cookie: `lang=${ask.lang ?? 'id'}`, origin, ...(init.headers as object), ...ask.headers }
    const response = await app.request(`${origin}${path}`, { ...init, headers })
    if (path.startsWith('/api/v1/')) await checks.api(init.method!, path.slice(7), response, !ask.as && !ask.headers)
    checks.settle()
    return response
  }
  return {
    app,
    openapi,
    deps,
    time,
    get: (path: string, ask: Ask = {}) => send(path, ask, { method: 'GET' }),
    /** `form`: names and values, or FormData for a form with files. */
    post: (path: string, form: Record<string, string | string[]> | FormData, ask: Ask = {}) =>
      send(
        path,
        ask,
        form instanceof FormData
          ? { method: 'POST', body: form }
          : {
              method: 'POST',
              body: formBody(form),
              headers: { 'content-type': 'application/x-www-form-urlencoded' },
            },
      ),
    api: (path: string, body: unknown, ask: Ask = {}) =>
      send(`/api/v1${path}`, ask, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
  }
}

/** Whoever a test acts as has just signed in. */
function freshSession(now: Date): Session {
  const id = '01900000-0000-7000-8000-00000000face'
  return { id, official: true, strong: true, method: 'code', createdAt: now, verifiedAt: now }
}

export function testDeps(db: TestDatabase, clock: () => Date, store: boolean): Deps {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-test-'))
  after(() => rmSync(dataDir, { recursive: true, force: true }))
  const config = readConfig({
    NODE_ENV: 'test',
    MUFAKAT_DATA_DIR: dataDir,
    BASE_URL: 'http://localhost:3000',
    MUFAKAT_PAGE_STORE: store ? 'on' : 'off',
  })
  return {
    config,
    db: db.app,
    jobs: db.jobs,
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    metrics: createMetrics(),
    pages: new PageStore(db.app.kysely),
    files: testFiles(join(dataDir, 'files')),
    assets: { css: '/assets/theme.css' },
    secret,
  }
}

/** On the disk, or in a bucket when a test file asks for that. */
function testFiles(folder: string): FileStore {
  const endpoint = process.env.MUFAKAT_TEST_FILES
  return endpoint ? bucketFiles(endpoint, join(folder, 'waiting')) : diskFiles(folder)
}

function formBody(form: Record<string, string | string[]>): string {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return body.toString()
}
