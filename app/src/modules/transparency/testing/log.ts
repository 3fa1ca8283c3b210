import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { pino } from 'pino'
import { type Class, visitor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { appendEvents, type NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import type { TestDatabase } from '#kernel/testing/database.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import { fixIdentity } from '../signing/identity.ts'
import { startSigner } from '../signing/signer.ts'

export const origin = 'log.mekarsari.example'

/** A data folder of its own, away from everything else of this machine. */
export function testFolder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-log-'))
  after(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

export function logConfig(dataDir: string) {
  return { BASE_URL: 'http://localhost:3000', MUFAKAT_LOG_ORIGIN: origin, dataDir }
}

/** The log of one process, with a name; `signer` is not started. */
export async function testLog(db: TestDatabase, clock: () => Date, dataDir = testFolder()) {
  const identity = await fixIdentity({ jobs: db.jobs, config: logConfig(dataDir), now: clock() })
  const metrics = createMetrics()
  const place = { jobs: db.jobs, folder: join(dataDir, 'secrets'), clock }
  const options = { ...place, metrics, log: pino({ level: process.env.TEST_LOG ?? 'silent' }) }
  return { dataDir, identity, metrics, place, start: () => startSigner(options) }
}

export function newEvent(more: Partial<NewEvent> = {}): NewEvent {
  const subjectId = newId(new Date('2026-11-20T03:00:00Z'))
  return { name: 'note.made', programmeId: null, class: 'public' as Class, subjectKind: 'note', subjectId, ...more }
}

/** Appends events as a visitor and numbers them. */
export async function happen(db: TestDatabase, now: Date, events: NewEvent[]): Promise<void> {
  await writeAs(db.app, visitor, now, (tx) => appendEvents(tx, visitor, now, events))
  await number(db)
}

export async function number(db: TestDatabase): Promise<void> {
  await db.admin.pool.query('select mufakat.number_events(100000)')
}
