import type { Context, Hono } from 'hono'
import type { Logger } from 'pino'
import type { View } from '#ui/view.ts'
import type { Actor, PersonActor } from '../access.ts'
import type { Config } from '../config.ts'
import type { Database, ReadTx } from '../database.ts'
import { readAs } from '../database.ts'
import type { FileStore } from '../files.ts'
import type { Lang } from '../reason.ts'
import type { SignInMethod } from '../session.ts'
import type { VirusScanner } from '../virus-scanner.ts'
import type { Client } from './client.ts'
import type { Metrics } from './metrics.ts'
import type { OpenApi } from './openapi/entry.ts'
import type { PageStore } from './page-store.ts'

/** What the process is made of; composed once in main.ts (and once a test file). */
export type Deps = {
  config: Config
  /** The app's role: every page and operation. */
  db: Database
  /** The jobs' role: sessions, sequencer, followers. */
  jobs: Database
  clock: () => Date
  log: Logger
  metrics: Metrics
  pages: PageStore
  /** Where documents stand. */
  files: FileStore
  /** Sees what people send before it is kept, where there is one. */
  scanner?: VirusScanner
  assets: View['assets']
  /** Signs what leaves the server and comes back; never stored in the database. */
  secret: string
}

/** The session behind a request. `verifiedAt`: when the person last proved who they are (step-up); `strong`: by a second factor. */
export type Session = {
  id: string
  official: boolean
  strong: boolean
  method: SignInMethod
  createdAt: Date
  verifiedAt: Date
  organisation?: string
}

export type Variables = {
  requestId: string
  client: Client
  now: Date
  /** The calendar day of `now` in the jurisdiction. */
  today: string
  lang: Lang
  actor: Actor
  session?: Session
  /** Signed in, but must set up a second factor before anything else: a visitor everywhere but there. */
  enrolling?: { actor: PersonActor; session: Session }
}
export type Env = { Variables: Variables }
export type App = Hono<Env>
export type Ctx = Context<Env>

/** What a module's routes are mounted on. */
export type Site = {
  app: App
  deps: Deps
  openapi: OpenApi
  viewOf: (c: Ctx) => View
  /** What stands in place of a record that this reader may not see, if anything may be told of it. */
  inPlace(c: Ctx): Promise<Response | undefined>
}

/** What loads and pages are told of a request. */
export type PageRequest<Q = Record<string, string>> = {
  params: Record<string, string>
  query: Q
  actor: Actor
  now: Date
  today: string
  lang: Lang
}

export function pageRequest<Q>(c: Ctx, query: Q): PageRequest<Q> {
  const { actor, now, today, lang } = c.var
  return { params: c.req.param() as Record<string, string>, query, actor, now, today, lang }
}

/** The query as it may be looked for: no text in the database holds NUL. */
export function queryOf(c: Ctx): Record<string, string> {
  return Object.fromEntries(Object.entries(c.req.query()).map(([name, value]) => [name, value.replaceAll('\0', '')]))
}

/** Reads as the actor of this request. */
export function readFor<T>(site: Site, c: Ctx, work: (tx: ReadTx) => Promise<T>): Promise<T> {
  return readAs(site.deps.db, c.var.actor, c.var.now, work)
}
