import type { z } from 'zod'
import type { FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import type { View } from '#ui/view.ts'
import type { Actor } from '../access.ts'
import type { ReadTx } from '../database.ts'
import { newId } from '../ids.ts'
import { type Operation, run } from '../operation.ts'
import type { Outcome, Overtaking } from '../outcome.ts'
import { proofNeeded } from '../proof.ts'
import type { Verdict } from '../reason.ts'
import { type FormValues, readForm, type Submitted, toInput } from './form-body.ts'
import { sendHtml } from './html.ts'
import { mountOperationApi } from './operation-api.ts'
import { askForProof } from './proof.ts'
import { recordReads } from './recorded-reads.ts'
import { isApi, refuse } from './refusal.tsx'
import { type Ctx, type PageRequest, pageRequest, queryOf, readFor, type Site } from './request.ts'

/** What a form page needs besides its data. `changes`: what others changed meanwhile (after a conflict). */
export type FormProps = { action: string; key: string; version?: number; state: FormState; changes: Overtaking[] }

export type FormOptions<I, R, D> = {
  path: string
  tag: string
  /** Open to whoever is not signed in; the API says so. */
  anyone?: true
  /** What the URL says of the input. */
  params?(params: Record<string, string>): Partial<I>
  /** What the form page shows; undefined = no such page. Left out: a single button on another page. */
  load?(tx: ReadTx, request: PageRequest): Promise<D | undefined>
  /** May this person open the form at all? The page shows the reason when not. */
  may?(actor: Actor, data: D, request: PageRequest): Verdict
  /** What the fields hold when the form is opened. */
  initial?(data: D, request: PageRequest): FormValues
  /** The record's version, so that an overtaken form is noticed; undefined = there is none yet, which is seen as 0. */
  version?(data: D): number | undefined
  render?(data: D, form: FormProps, view: View, request: PageRequest): JSX.Element
  /** Where to go afterwards. */
  then(value: R, request: PageRequest): string
}

/** One operation: its form page (GET), its form route (POST, 303 when done) and its API entry. */
export function mountForm<Schema extends z.ZodObject, S, R, D = unknown>(
  site: Site,
  declared: Operation<Schema, S, R>,
  options: FormOptions<z.input<Schema>, R, D>,
): void {
  const { app } = site
  if (options.load && options.render) app.get(options.path, (c) => openForm(site, c, options))
  app.post(options.path, async (c) => {
    const submitted = readForm(await c.req.text())
    const request = pageRequest(c, queryOf(c))
    const input = { ...toInput(declared.input, submitted.values), ...options.params?.(request.params) }
    const outcome = await runFor(site, c, declared, input, submitted)
    if (outcome.kind === 'done') return c.redirect(options.then(outcome.value, request), 303)
    if (outcome.kind === 'denied' && outcome.reason === proofNeeded && c.var.session) return askForProof(c)
    return showAgain(site, c, options, submitted, outcome)
  })
  mountOperationApi(site, declared, options)
}

export async function runFor<Schema extends z.ZodObject, S, R>(
  site: Site,
  c: Ctx,
  declared: Operation<Schema, S, R>,
  input: unknown,
  submitted: Pick<Submitted, 'key' | 'seenVersion' | 'notPersonal'>,
): Promise<Outcome<R>> {
  const { actor, now, today, requestId, session } = c.var
  const { key: submissionKey, seenVersion, notPersonal } = submitted
  const outcome = await run(declared, input, {
    db: site.deps.db,
    actor,
    now,
    today,
    requestId,
    provedAt: session?.verifiedAt ?? null,
    submissionKey,
    seenVersion,
    notPersonal,
  })
  site.deps.metrics.operations.inc({ operation: declared.name, outcome: outcome.kind })
  return outcome
}

async function openForm<I, R, D>(site: Site, c: Ctx, options: FormOptions<I, R, D>) {
  const request = pageRequest(c, queryOf(c))
  const data = await readFor(site, c, (tx) => options.load!(tx, request))
  if (data === undefined) return refuse(site, c, 'missing')
  await recordReads(site, c, data)
  const verdict = options.may?.(c.var.actor, data, request) ?? true
  if (verdict !== true && c.var.actor.kind !== 'person')
    return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
  if (verdict !== true) return refuse(site, c, 'denied', verdict)
  const state = { values: options.initial?.(data, request) ?? {}, errors: {} }
  const form = formProps(c, state, seenIn(options, data))
  return sendHtml(c, renderPage(options.render!(data, form, site.viewOf(c), request)), 200)
}

/** The same page with what was typed and what to mend; a page of its own where the form cannot be shown. */
async function showAgain<I, R, D>(
  site: Site,
  c: Ctx,
  options: FormOptions<I, R, D>,
  submitted: Submitted,
  outcome: Exclude<Outcome<R>, { kind: 'done' }>,
) {
  const request = pageRequest(c, queryOf(c))
  const data = options.load && options.render ? await readFor(site, c, (tx) => options.load!(tx, request)) : undefined
  const reason = 'reason' in outcome ? outcome.reason : undefined
  if (data === undefined || outcome.kind === 'missing') return refuse(site, c, outcome.kind, reason, submitted.values)
  const lang = c.var.lang
  const errors =
    outcome.kind === 'invalid'
      ? Object.fromEntries(outcome.problems.map((problem) => [problem.field, problem.text(lang)]))
      : { '': outcome.reason.text(lang) }
  const state = { values: submitted.values, errors, personal: personalIn(outcome, submitted) }
  const form = formProps(c, state, seenIn(options, data))
  const changes = outcome.kind === 'conflict' ? outcome.since : []
  const page = options.render!(data, { ...form, changes }, site.viewOf(c), request)
  return sendHtml(c, renderPage(page), outcome.kind === 'invalid' ? 422 : outcome.kind === 'denied' ? 403 : 409)
}

/** Asks once more where words look like personal data: taken out, or kept with the reason why they are none. */
function personalIn(outcome: Outcome<unknown>, { notPersonal }: Submitted): { reason: string } | undefined {
  const asked = outcome.kind === 'invalid' && outcome.problems.some((one) => one.code === 'personal-data')
  return asked || notPersonal ? { reason: notPersonal ?? '' } : undefined
}

function seenIn<I, R, D>(options: FormOptions<I, R, D>, data: D): number | undefined {
  return options.version && (options.version(data) ?? 0)
}

/** Each showing has a key of its own, so that what is sent again after a refusal is not taken for a double. */
function formProps(c: Ctx, state: FormState, version?: number): FormProps {
  const action = isApi(c) ? '' : c.req.path + searchOf(c)
  return { action, key: newId(c.var.now), version, state, changes: [] }
}

function searchOf(c: Ctx): string {
  const { search } = new URL(c.req.url)
  return search
}
