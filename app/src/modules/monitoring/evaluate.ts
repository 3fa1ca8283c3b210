import type { JobActor } from '#kernel/access.ts'
import { addDays, daysBetween } from '#kernel/calendar.ts'
import { jakartaDate, readAs, type Tx, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import type { Deps } from '#kernel/web/request.ts'
import type { Engine } from './engine.ts'
import type { ProgrammeHead } from './programme-reader.ts'
import { type Readings, readSignals } from './read-signals.ts'
import type { EvaluationKind } from './reading.ts'
import { lastWeekly } from './store/obstacles.ts'
import { writeEvaluation } from './store/write-evaluation.ts'
import { turnObstacles } from './turn-obstacles.ts'

/** `already`: this week has its evaluation, `id` is it. `fired` and `cleared`: detectors whose obstacle did. */
export type Evaluated = {
  id: string
  at: string
  status: 'recorded' | 'already'
  fired: string[]
  cleared: string[]
}

/** The database as jobs reach it, and the clock. */
export type JobDeps = Pick<Deps, 'jobs' | 'clock'>
export type EvaluateOptions = { now?: Date; askedBy?: string | null }

/** Reads public and members' records, whoever asks: so that a number is the same for everyone. */
export const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }

/** Two weekly evaluations closer than this are one: a repeated job must not make an obstacle fire. */
const shortestWeek = 6

/**
 * Evaluates one programme as of a day and keeps what it found. Only a weekly evaluation moves obstacles; days of weekly
 * evaluations only go forward (RangeError otherwise, and for a day that has not come yet). Undefined: no such programme,
 * or one of a class that no job reads.
 */
export async function evaluateProgramme(
  engine: Engine,
  deps: JobDeps,
  programmeId: string,
  at: string,
  kind: EvaluationKind,
  options: EvaluateOptions = {},
): Promise<Evaluated | undefined> {
  const now = options.now ?? deps.clock()
  if (at > jakartaDate(now)) throw new RangeError(`evaluation at ${at}: that day has not come yet`)
  const started = performance.now()
  const found = await readAs(deps.jobs, evaluator, now, async (tx) => {
    const programme = await engine.programmes.byId(tx, programmeId)
    if (!programme) return undefined
    const done = kind === 'weekly' ? weekDone(await lastWeekly(tx, programmeId), at) : undefined
    return { programme, done, readings: done ? undefined : await readSignals(tx, engine, programme, at) }
  })
  if (!found) return undefined
  if (found.done) return found.done
  const took = Math.round(performance.now() - started)
  return writeAs(deps.jobs, evaluator, now, (tx) =>
    record(tx, found.programme, found.readings!, { at, kind, now, took, askedBy: options.askedBy ?? null }),
  )
}

function weekDone(last: { id: string; at: string } | undefined, at: string): Evaluated | undefined {
  if (!last || daysBetween(last.at, at) >= shortestWeek) return undefined
  if (at < last.at) throw new RangeError(`weekly evaluation at ${at}: the one of ${last.at} is there already`)
  return { id: last.id, at: last.at, status: 'already', fired: [], cleared: [] }
}

type Recording = { at: string; kind: EvaluationKind; now: Date; took: number; askedBy: string | null }

async function record(tx: Tx, programme: ProgrammeHead, readings: Readings, how: Recording): Promise<Evaluated> {
  await lock(tx, programme.id)
  const { at, kind, now } = how
  const last = kind === 'weekly' ? await lastWeekly(tx, programme.id) : undefined
  const done = weekDone(last, at)
  if (done) return done
  const id = newId(now)
  const about = { programmeId: programme.id, ownerId: programme.owner_id }
  const seenBy = kind === 'preview' ? 'members' : programme.class
  const evaluation = {
    id,
    programme_id: programme.id,
    owner_id: programme.owner_id,
    class: seenBy,
    at,
    kind,
    calendar_version: readings.calendarVersion,
    took_ms: how.took,
    created_at: now,
    created_by: how.askedBy,
  }
  await writeEvaluation(tx, evaluation, readings)
  if (kind === 'preview') return { id, at, status: 'recorded', fired: [], cleared: [] }
  await appendEvent(tx, evaluator, now, {
    ...about,
    name: 'evaluation.recorded',
    class: programme.class,
    subjectKind: 'evaluation',
    subjectId: id,
    payload: { at, kind },
  })
  if (kind !== 'weekly') return { id, at, status: 'recorded', fired: [], cleared: [] }
  const turning = { ...about, class: programme.class, evaluationId: id, at, now }
  return { id, at, status: 'recorded', ...(await turnObstacles(tx, evaluator, turning, readings.detectors, last?.id)) }
}

/** `programme`: its slug. */
export type ProgrammeEvaluated = Evaluated & { programme: string }

/**
 * The weekly job: every running programme as of `at`; one of the past as of its own day, once. A programme that fails
 * leaves the others evaluated; all failures are thrown together at the end, each by its programme.
 */
export async function evaluateAll(engine: Engine, deps: JobDeps, at: string): Promise<ProgrammeEvaluated[]> {
  const programmes = await readAs(deps.jobs, evaluator, deps.clock(), (tx) => engine.programmes.list(tx))
  const evaluated: ProgrammeEvaluated[] = []
  const failures: { slug: string; error: unknown }[] = []
  for (const { id, slug, status, evaluate_at: day } of programmes) {
    try {
      const found = day ? await evaluatePast(engine, deps, id, day) : []
      const one = !day && status === 'running' && (await evaluateProgramme(engine, deps, id, at, 'weekly'))
      evaluated.push(...[...found, ...(one ? [one] : [])].map((done) => ({ programme: slug, ...done })))
    } catch (error) {
      failures.push({ slug, error })
    }
  }
  if (failures.length === 0) return evaluated
  const reasons = failures.map(({ slug, error }) => `${slug}: ${(error as Error).message}`)
  throw new AggregateError(
    failures.map(({ error }) => error),
    `${failures.length} of ${programmes.length} programmes could not be evaluated. ${reasons.join('; ')}`,
  )
}

/**
 * A programme of the past, as of its own day: also the week before it, because an obstacle needs two weeks to open.
 * Done once; afterwards it says `already`.
 */
export async function evaluatePast(
  engine: Engine,
  deps: JobDeps,
  programmeId: string,
  day: string,
): Promise<Evaluated[]> {
  const last = await readAs(deps.jobs, evaluator, deps.clock(), (tx) => lastWeekly(tx, programmeId))
  const days = last ? [day] : [addDays(day, -7), day]
  const evaluated: Evaluated[] = []
  for (const one of days) {
    const done = await evaluateProgramme(engine, deps, programmeId, one, 'weekly')
    if (done) evaluated.push(done)
  }
  return evaluated
}

/**
 * Weekly evaluations every seventh day, counted back from `to`, oldest first, each recorded as of six in the evening of
 * its day: for seeding a past that has just been written.
 */
export async function runHistory(
  engine: Engine,
  deps: JobDeps,
  programmeId: string,
  from: string,
  to: string,
): Promise<Evaluated[]> {
  const weeks = Math.floor(daysBetween(from, to) / 7)
  const evaluated: Evaluated[] = []
  for (let week = weeks; week >= 0; week -= 1) {
    const at = addDays(to, -7 * week)
    const one = await evaluateProgramme(engine, deps, programmeId, at, 'weekly', { now: eveningOf(at, deps.clock()) })
    if (one) evaluated.push(one)
  }
  return evaluated
}

function eveningOf(day: string, latest: Date): Date {
  const evening = new Date(`${day}T11:00:00Z`)
  return evening < latest ? evening : latest
}
