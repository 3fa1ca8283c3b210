import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from './access.ts'
import { type Database, type ReadTx, Rollback, type Tx, writeAs } from './database.ts'
import { appendEvents, historyOf, type NewEvent } from './event.ts'
import { type Keys, SubjectErased } from './keys/keys.ts'
import type { Outcome, Problem } from './outcome.ts'
import {
  asProblems,
  isPublished,
  keepConfirmation,
  personalDataIn,
  personalDataInTexts,
  reasonProblem,
} from './personal-text.ts'
import { problemsOf, unstorable } from './problems.ts'
import { proofNeeded, provedLately } from './proof.ts'
import { type Reason, reason, type Text, type Verdict } from './reason.ts'
import { doneBefore, keepOutcome } from './submissions.ts'
import { kernelWords } from './words.ts'

declare const happened: unique symbol

/** What `change` must return: only `changed()` makes one, so no change goes without its event. */
export type Changed<R> = { kind: 'changed'; value: R; events: NewEvent[]; readonly [happened]: true }
/** A refusal that only shows while changing (a rule across records). Everything done so far is rolled back. */
export type Refused = { kind: 'refused'; problems: Problem[] } | { kind: 'refused'; reason: Reason }

export function changed<R>(value: R, event: NewEvent, ...more: NewEvent[]): Changed<R> {
  return { kind: 'changed', value, events: [event, ...more] } as unknown as Changed<R>
}
export function refused(...problems: Problem[]): Refused {
  return { kind: 'refused', problems }
}
export function refusedBecause(why: Reason): Refused {
  return { kind: 'refused', reason: why }
}

/** `keys`: to seal what a natural person gave about themselves. */
export type ChangeContext<I, S> = { actor: Actor; input: I; subject: S; now: Date; today: string; keys: Keys }

/** One verb, declared once: the form route, the JSON API, its OpenAPI entry and the event all come from it. */
export type Operation<Schema extends z.ZodObject = z.ZodObject, S = unknown, R = unknown> = {
  /** Verb and noun, as the file name: `close-task`. */
  name: string
  summary: Text
  input: Schema
  /** Not even a hash of what was sent is kept: few answers are possible, and a hash would tell which (ballots). */
  forgetsInput?: true
  /** A sensitive act: whoever asks must have proved who they are in the last ten minutes (proof.ts). */
  stepUp?: true
  /** Makes the record or writes over it: whoever says no version saw none (0), and an existing one is not replaced. */
  replaces?: true
  /** The words that everyone will read, where they are not the free texts of the input. */
  publishedTexts?(input: z.output<Schema>): { name: string; text: string }[]
  /** Reads what the policy judges, as the actor; undefined = no such record (for this actor). Lock it with `lock`. */
  load(tx: Tx, input: z.output<Schema>, context: { actor: Actor; now: Date }): Promise<S | undefined>
  policy(actor: Actor, subject: S, input: z.output<Schema>, now: Date): Verdict
  change(tx: Tx, context: ChangeContext<z.output<Schema>, S>): Promise<Changed<R> | Refused>
}

export function operation<Schema extends z.ZodObject, S, R>(
  declared: Operation<Schema, S, R>,
): Operation<Schema, S, R> {
  return declared
}

export type RunContext = {
  db: Database
  actor: Actor
  now: Date
  today: string
  requestId?: string
  /** When the person last proved who they are; null = cannot have (a token). Left out by our own code, which is no request. */
  provedAt?: Date | null
  /** The form's own key: a second submit of the same gets the first one's answer, of anything else a conflict. */
  submissionKey?: string
  /** The version of the record that the person was looking at. */
  seenVersion?: number
  /** Why what looks like personal data in a public text is none, in the words of the person. */
  notPersonal?: string
}

/** parse → begin as actor → load → policy → change → append events → commit. */
export async function run<Schema extends z.ZodObject, S, R>(
  declared: Operation<Schema, S, R>,
  input: unknown,
  context: RunContext,
): Promise<Outcome<R>> {
  const parsed = declared.input.safeParse(input, { reportInput: true })
  const problems = parsed.success ? unstorable(parsed.data) : problemsOf(parsed.error)
  if (!parsed.success || problems.length > 0) return { kind: 'invalid', problems }
  try {
    return await writeAs(context.db, context.actor, context.now, (tx) => perform(declared, parsed.data, context, tx))
  } catch (error) {
    if (error instanceof Rollback) return error.value as Outcome<R>
    // Nothing is ever written again about who was erased.
    if (error instanceof SubjectErased) return { kind: 'denied', reason: subjectErased }
    throw error
  }
}

const subjectErased = reason('subject-erased', (lang) => kernelWords[lang].subjectErased)

async function perform<Schema extends z.ZodObject, S, R>(
  declared: Operation<Schema, S, R>,
  input: z.output<Schema>,
  context: RunContext,
  tx: Tx,
): Promise<Outcome<R>> {
  const { actor, now, today } = context
  const before = await doneBefore<R>(tx, declared.name, declared.forgetsInput ? undefined : input, context)
  if (before) return before
  const subject = await declared.load(tx, input, { actor, now })
  if (subject === undefined) throw new Rollback<Outcome<R>>({ kind: 'missing' })
  const verdict = declared.policy(actor, subject, input, now)
  if (verdict !== true) throw new Rollback<Outcome<R>>({ kind: 'denied', reason: verdict })
  if (declared.stepUp && context.provedAt !== undefined && !provedLately(context.provedAt, now))
    throw new Rollback<Outcome<R>>({ kind: 'denied', reason: proofNeeded })
  const conflict = await overtaken(tx, subject, context.seenVersion ?? (declared.replaces ? 0 : undefined))
  if (conflict) throw new Rollback<Outcome<R>>(conflict)
  const result = await declared.change(tx, { actor, input, subject, now, today, keys: context.db.keys })
  if (result.kind === 'refused') throw new Rollback<Outcome<R>>(refusal(result))
  await stopPersonalData(declared, input, context, result.events, tx)
  await appendEvents(tx, actor, now, result.events, context.requestId)
  await keepOutcome(tx, result.value, context)
  return { kind: 'done', value: result.value }
}

/** Whether words become public is known once the events are: nothing was committed yet. */
async function stopPersonalData<Schema extends z.ZodObject, S, R>(
  declared: Operation<Schema, S, R>,
  input: z.output<Schema>,
  { actor, now, notPersonal: reason }: RunContext,
  events: NewEvent[],
  tx: Tx,
): Promise<void> {
  if (!isPublished(actor, events)) return
  const found = declared.publishedTexts
    ? personalDataInTexts(declared.publishedTexts(input))
    : personalDataIn(declared.input, input)
  if (found.length === 0) return
  const doubt = reason && reasonProblem(reason)
  if (!reason || doubt)
    throw new Rollback<Outcome<R>>({ kind: 'invalid', problems: doubt ? [doubt] : asProblems(found) })
  await keepConfirmation(tx, { actor, now, operation: declared.name, reason }, found, events[0]!)
}

async function overtaken(tx: ReadTx, subject: unknown, seen: number | undefined): Promise<Outcome<never> | undefined> {
  const record = subject as { id?: string; version?: number }
  if (seen === undefined || record.version === undefined || record.version === seen || !record.id) return undefined
  const since = await historyOf(tx, record.id, { afterVersion: seen })
  return {
    kind: 'conflict',
    reason: reason('overtaken', (lang) => kernelWords[lang].overtaken),
    since: since.map((event) => ({ event: event.name, at: event.at, personId: event.person_id })),
  }
}

function refusal(result: Refused): Outcome<never> {
  return 'reason' in result
    ? { kind: 'conflict', reason: result.reason, since: [] }
    : { kind: 'invalid', problems: result.problems }
}

/** Serialises operations on one record until the transaction ends (works for readers that may not update the row). */
export async function lock(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 7))`.execute(tx)
}
