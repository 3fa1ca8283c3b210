import { newId } from '#kernel/ids.ts'
import { type Outcome, statusOf } from '#kernel/outcome.ts'
import { problemsOf } from '#kernel/problems.ts'
import { both, reason } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { type FormProps, runFor } from '#kernel/web/form.tsx'
import type { FormValues } from '#kernel/web/form-body.ts'
import { sendHtml } from '#kernel/web/html.ts'
import { BrokenMultipart, boundaryOf } from '#kernel/web/multipart.ts'
import { apiBody } from '#kernel/web/operation-api.ts'
import { recordReads } from '#kernel/web/recorded-reads.ts'
import { isApi, refuse } from '#kernel/web/refusal.tsx'
import { type Ctx, pageRequest, readFor, type Site } from '#kernel/web/request.ts'
import type { FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { mayAdd } from './document.ts'
import { type Fault, FileFault } from './file-kind.ts'
import { discard, keepSentFile } from './keep-file.ts'
import { type AddData, loadAdding } from './loads.ts'
import { addDocument, addInput } from './operations/add-document.ts'
import { AddForm } from './pages/add-form.tsx'
import { documentPaths } from './paths.ts'
import { type ReceivedForm, receiveForm } from './receive-form.ts'
import { fileOf } from './store/documents.ts'
import { words } from './words.ts'
import { faultWords } from './words-faults.ts'

/** The one form whose body is not read into memory; whoever may not send it is told so before it is read at all. */
export function uploadRoutes(site: Site, readers: SubjectReader[]): void {
  const path = documentPaths.add(':slug', ':record')
  const summary = both('Menambah berkas pada catatan', 'Adds a file to a record')
  site.app.get(path, async (c) => (await turnedAway(site, c, readers)) ?? showForm(site, c, readers))
  site.app.post(path, async (c) => (await turnedAway(site, c, readers)) ?? receive(site, c, readers))
  site.app.post(`/api/v1${path}`, async (c) => (await turnedAway(site, c, readers)) ?? receive(site, c, readers))
  site.openapi.add({
    method: 'post',
    path,
    operationId: 'add-document',
    summary,
    tag: 'documents',
    input: addInput.omit({ sha256: true }),
    fromPath: { slug: 'slug', record: 'record' },
    file: 'file',
    personal: true,
  })
}

async function turnedAway(site: Site, c: Ctx, readers: SubjectReader[]): Promise<Response | undefined> {
  const data = await adding(site, c, readers)
  if (!data) return refuse(site, c, 'missing')
  await recordReads(site, c, data)
  const verdict = mayAdd(c.var.actor, data.subject)
  if (verdict === true) return undefined
  if (c.var.actor.kind !== 'person' && !isApi(c))
    return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
  return refuse(site, c, 'denied', verdict)
}

function adding(site: Site, c: Ctx, readers: SubjectReader[]): Promise<AddData | undefined> {
  return readFor(site, c, (tx) => loadAdding(tx, pageRequest(c, {}), readers))
}

async function receive(site: Site, c: Ctx, readers: SubjectReader[]): Promise<Response> {
  const boundary = boundaryOf(c.req.header('content-type'))
  const body = c.req.raw.body
  if (!boundary || !body) return notAForm(site, c)
  try {
    const form = await receiveForm(site.deps.files, body, boundary)
    return await keep(site, c, readers, form)
  } catch (error) {
    if (error instanceof BrokenMultipart) return notAForm(site, c)
    if (error instanceof FileFault)
      return refuse(
        site,
        c,
        'tooLarge',
        reason(error.fault, (lang) => faultWords[lang][error.fault]),
      )
    throw error
  }
}

/** Stored before it is said to be there; if that is never said, it is removed again. */
async function keep(site: Site, c: Ctx, readers: SubjectReader[], { values, file }: ReceivedForm): Promise<Response> {
  const { files } = site.deps
  const { fields, submitted } = sorted(values, c)
  const again = (outcome: NotDone) => showAgain(site, c, readers, fields, outcome)
  if (!file) return again(faulty('empty'))
  const input = { ...fields, ...c.req.param(), sha256: file.receivedSha256 }
  const parsed = addInput.safeParse(input, { reportInput: true })
  if (!parsed.success) {
    await discard(file.path)
    return again({ kind: 'invalid', problems: problemsOf(parsed.error) })
  }
  const kept = await keepSentFile(site.deps, file).catch(faultOnly)
  if (kept instanceof FileFault) return again(faulty(kept.fault))
  let named = false
  try {
    const outcome = await runFor(site, c, addDocument(kept), input, submitted)
    if (outcome.kind !== 'done') return await again(outcome)
    const { id } = outcome.value
    // A form sent twice is answered with the first one's document, which has the file that came with that.
    const there = await readFor(site, c, (tx) => fileOf(tx, id))
    named = there === undefined || there.key === kept.key
    return isApi(c) ? c.json({ data: { id } }) : c.redirect(documentPaths.one(id), 303)
  } finally {
    if (!named) await files.remove(kept.key)
  }
}

/** The form's own key stands in a field, a program's in a header. */
function sorted({ _key, ...fields }: FormValues, c: Ctx) {
  const key = isApi(c) ? c.req.header('idempotency-key') : _key
  const submitted = { key: typeof key === 'string' && /^[0-9a-f-]{36}$/.test(key) ? key : undefined }
  return { fields, submitted }
}

type NotDone = Exclude<Outcome<unknown>, { kind: 'done' }>

function faulty(fault: Fault): NotDone {
  return { kind: 'invalid', problems: [{ field: 'file', code: fault, text: (lang) => faultWords[lang][fault] }] }
}

function faultOnly(error: unknown): FileFault {
  if (error instanceof FileFault) return error
  throw error
}

/** The same form with what was typed; the file has to be chosen again, for no page can fill in that field. */
async function showAgain(site: Site, c: Ctx, readers: SubjectReader[], values: FormValues, outcome: NotDone) {
  if (isApi(c)) return c.json(apiBody(outcome, c.var.lang), statusOf[outcome.kind])
  const problems = outcome.kind === 'invalid' ? outcome.problems : []
  const errors = Object.fromEntries(problems.map(({ field, text }) => [field, text(c.var.lang)]))
  if ('reason' in outcome) errors[''] = outcome.reason.text(c.var.lang)
  return showForm(site, c, readers, { values, errors }, statusOf[outcome.kind])
}

async function showForm(
  site: Site,
  c: Ctx,
  readers: SubjectReader[],
  state: FormState = { values: { lang: c.var.lang, own: 'public' }, errors: {} },
  status: 200 | 403 | 404 | 409 | 422 = 200,
) {
  const data = await adding(site, c, readers)
  if (!data) return refuse(site, c, 'missing')
  const form: FormProps = { action: c.req.path, key: newId(c.var.now), state, changes: [] }
  return sendHtml(c, renderPage(<AddForm view={site.viewOf(c)} form={form} data={data} />), status)
}

function notAForm(site: Site, c: Ctx) {
  const why = reason('not-a-form', (lang) => words[lang].refusal.notAForm)
  return refuse(site, c, 'invalid', why)
}
