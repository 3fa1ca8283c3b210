import { appendEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { fold, oneLine } from '#kernel/tabular/plain-text.ts'
import { addObjective } from '#modules/objectives/store/write.ts'
import { slugOf } from '#modules/programmes/programme.ts'
import { servicesOf, territoriesOf } from '#modules/programmes/public.ts'
import { ensureServices, ensureTerritories } from '#modules/programmes/store/charters.ts'
import { type Importing, importJob } from '../request.ts'
import { chunks } from '../store/insert-rows.ts'
import { shorten } from '../stored-json.ts'
import type { TaskFacts } from './facts.ts'

/** Services, places and shared objectives of the programme by the words of the table. */
export type Places = {
  service(text: string | null): string | null
  territory(text: string | null): string | null
  objectives(text: string | null): string[]
}

/** Finds what the rows name, and adds to the programme what it does not know yet. */
export async function settlePlaces(importing: Importing, facts: readonly TaskFacts[]): Promise<Places> {
  const named = (pick: (one: TaskFacts) => string | null) => distinct(facts.map(pick))
  const services = await settleServices(
    importing,
    named((one) => one.service),
  )
  const territories = await settleTerritories(
    importing,
    named((one) => one.territory),
  )
  const objectives = await settleObjectives(
    importing,
    named((one) => one.objective),
  )
  return {
    service: (text) => (text && services.get(fold(text))) || null,
    territory: (text) => (text && territories.get(fold(text))) || null,
    objectives: (text) => [(text && objectives.get(fold(text))) || []].flat(),
  }
}

function distinct(texts: readonly (string | null)[]): string[] {
  const found = new Map(texts.flatMap((text) => (text ? [[fold(text), oneLine(text)] as const] : [])))
  return [...found.values()].filter((text) => text !== '')
}

async function settleServices(importing: Importing, texts: string[]): Promise<Map<string, string>> {
  const { tx, home, lang } = importing
  const before = bySpelling(await servicesOf(tx, home.id), (one) => [one.key, one.name, one.name_en])
  const fresh = texts.filter((text) => !before.has(fold(text)))
  const keys = freeCodes(fresh, new Set([...before.values()].map((one) => one.key)))
  const rows = fresh.map((text, index) => ({ key: keys[index]!, name: shorten(text, 300), lang }))
  for (const some of chunks(rows)) await ensureServices(tx, home.id, some, origin(importing))
  const after = rows.length === 0 ? before : bySpelling(await servicesOf(tx, home.id), (one) => [one.key, one.name])
  const added = new Map(fresh.map((text, index) => [fold(text), after.get(fold(keys[index]!))!.id]))
  return new Map([...[...before].map(([text, one]) => [text, one.id] as const), ...added])
}

async function settleTerritories(importing: Importing, texts: string[]): Promise<Map<string, string>> {
  const { tx, home, lang } = importing
  const before = bySpelling(await territoriesOf(tx, home.id), (one) => [one.code, one.name, one.name_en])
  const fresh = texts.filter((text) => !before.has(fold(text)))
  const codes = freeCodes(fresh, new Set([...before.values()].map((one) => one.code)))
  const rows = fresh.map((text, index) => ({ code: codes[index]!, name: shorten(text, 300), lang }))
  for (const some of chunks(rows)) await ensureTerritories(tx, home.id, some, origin(importing))
  const added = fresh.map((text, index) => [fold(text), codes[index]!] as const)
  return new Map([...[...before].map(([text, one]) => [text, one.code] as const), ...added])
}

async function settleObjectives(importing: Importing, texts: string[]): Promise<Map<string, string>> {
  const { tx, home, lang, now } = importing
  const rows = await tx
    .selectFrom('objectives')
    .select(['id', 'code', 'title', 'title_en'])
    .where('programme_id', '=', home.id)
    .where('scope', '=', 'shared')
    .where('dropped_at', 'is', null)
    .execute()
  const found = new Map(
    [...bySpelling(rows, (one) => [one.code, one.title, one.title_en])].map(([k, one]) => [k, one.id]),
  )
  for (const text of texts) {
    if (found.has(fold(text))) continue
    const objective = { programmeId: home.id, ownerId: home.ownerId, class: home.class, scope: 'shared', lang } as const
    const id = await addObjective(tx, { actor: importJob, now }, { ...objective, title: shorten(text, 300) })
    found.set(fold(text), id)
    await appendEvent(tx, importJob, now, {
      name: 'objective.stated',
      programmeId: home.id,
      ownerId: home.ownerId,
      class: home.class,
      subjectKind: 'objective',
      subjectId: id,
      subjectVersion: 1,
      payload: { scope: 'shared', weight: 1 },
    })
  }
  return found
}

function origin({ now }: Importing) {
  return { newId: () => newId(now), created_at: now, created_by: null }
}

function bySpelling<T>(rows: readonly T[], spellings: (row: T) => (string | null)[]): Map<string, T> {
  return new Map(rows.flatMap((row) => spellings(row).flatMap((text) => (text ? [[fold(text), row] as const] : []))))
}

/** A code for each text that no other of the programme has. */
function freeCodes(texts: readonly string[], taken: Set<string>): string[] {
  return texts.map((text) => {
    const base = slugOf(text)
    let code = base
    for (let next = 2; taken.has(code); next++) code = `${base}-${next}`
    taken.add(code)
    return code
  })
}
