import { newId } from '#kernel/ids.ts'
import { runFor } from '#kernel/web/form.tsx'
import { sendHtml } from '#kernel/web/html.ts'
import { mountOperationApi } from '#kernel/web/operation-api.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import { type Ctx, readFor, type Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { chosenMap, columnShown, type ImportForm, importForm, mapFields } from './importing/form.ts'
import { type ReadList, readList, type UnreadList } from './importing/read-list.ts'
import { readPlan } from './importing/run-import.ts'
import { importOrganisations } from './operations/import-organisations.ts'
import { mayAddOrganisation } from './organisation.ts'
import { ImportCheckPage } from './pages/import-check-page.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { directoryPaths as paths } from './paths.ts'
import { readImport } from './store/read-import.ts'
import { importWords } from './words-import.ts'

/** Two steps on one address: the first shows what would happen, the second does it. Nothing is kept in between. */
export function importRoutes(site: Site): void {
  const path = paths.importing()
  site.app.get(path, async (c) => {
    const refusal = mayAddOrganisation(c.var.actor)
    if (refusal !== true) return turnAway(site, c, refusal)
    const id = c.req.query('done')
    const done = id ? await readFor(site, c, (tx) => readImport(tx, id)) : undefined
    return showForm(site, c, { values: { country: 'ID', lang: c.var.lang }, errors: {} }, 200, done)
  })
  site.app.post(path, async (c) => {
    const refusal = mayAddOrganisation(c.var.actor)
    if (refusal !== true) return turnAway(site, c, refusal)
    const body = await c.req.parseBody().catch(() => undefined)
    const say = importWords[c.var.lang].problems
    if (!body) return showForm(site, c, { values: { country: 'ID' }, errors: { file: say.unreadable } }, 422)
    const form = await importForm(body)
    if (form.bytes.length === 0) return showForm(site, c, again(form, { file: say.nothing }), 422)
    return form.step === 'import' ? runImportForm(site, c, form) : check(site, c, form)
  })
  mountOperationApi(site, importOrganisations, { path, tag: 'directory' })
}

function turnAway(site: Site, c: Ctx, refusal: Exclude<ReturnType<typeof mayAddOrganisation>, true>) {
  if (c.var.actor.kind === 'visitor') return c.redirect(paths.signIn(paths.importing()), 303)
  return refuse(site, c, 'denied', refusal)
}

function again({ source, country, lang, table }: ImportForm, errors: FormState['errors']): FormState {
  return { values: { source, country, lang, table: table.length > 200_000 ? '' : table }, errors }
}

async function check(site: Site, c: Ctx, form: ImportForm) {
  const list = readList(form.bytes, chosenMap(form))
  if ('text' in list) return showUnread(site, c, form, list)
  const { actor, now } = c.var
  const options = { source: form.source || undefined, map: list.map, country: countryOf(form), lang: form.lang }
  const plan = await readFor(site, c, (tx) => readPlan(tx, actor, now, list.records, list.report, options))
  return showCheck(site, c, form, list, emptyForm, 200, plan)
}

function showUnread(site: Site, c: Ctx, form: ImportForm, unread: UnreadList) {
  const errors = { [unread.field]: unread.text(c.var.lang) }
  if (!unread.table) return showForm(site, c, again(form, errors), 422)
  return showCheck(site, c, form, unread, { values: {}, errors }, 422)
}

async function runImportForm(site: Site, c: Ctx, form: ImportForm) {
  const read = readList(form.bytes, chosenMap(form))
  if ('text' in read) return showUnread(site, c, form, read)
  const input = {
    table: form.table,
    map: read.map,
    source: form.source || undefined,
    country: countryOf(form),
    lang: form.lang,
  }
  const outcome = await runFor(site, c, importOrganisations, input, { key: form.key })
  if (outcome.kind === 'done') return c.redirect(`${paths.importing()}?done=${outcome.value.id}`, 303)
  if (outcome.kind === 'invalid') {
    const errors = Object.fromEntries(outcome.problems.map((one) => [one.field, one.text(c.var.lang)]))
    return showForm(site, c, again(form, errors), 422)
  }
  return refuse(site, c, outcome.kind, 'reason' in outcome ? outcome.reason : undefined)
}

function countryOf({ country }: ImportForm): string {
  return /^[A-Z]{2}$/.test(country) ? country : 'ID'
}

function showForm(
  site: Site,
  c: Ctx,
  state: FormState,
  status: 200 | 422,
  done?: Awaited<ReturnType<typeof readImport>>,
) {
  const page = <ImportPage view={site.viewOf(c)} state={state} formKey={newId(c.var.now)} done={done} />
  return sendHtml(c, renderPage(page), status)
}

function showCheck(
  site: Site,
  c: Ctx,
  form: ImportForm,
  list: ReadList | UnreadList,
  state: FormState,
  status: 200 | 422,
  plan?: Awaited<ReturnType<typeof readPlan>>,
) {
  const map = 'map' in list ? list.map : chosenMap(form)(list.proposal!)
  const data = {
    form,
    header: list.table!.header,
    columns: Object.fromEntries(mapFields.map((name) => [name, columnShown(map, name)])),
    list: 'map' in list ? list : undefined,
    plan,
  }
  const page = <ImportCheckPage view={site.viewOf(c)} data={data} state={state} formKey={newId(c.var.now)} />
  return sendHtml(c, renderPage(page), status)
}
