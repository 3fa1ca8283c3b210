import type { JobActor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import type { ExchangeIds, ExchangePart } from '#modules/programmes/exchange/part.ts'
import type { ExchangeObjective } from '#modules/programmes/exchange-format.ts'
import { exportObjectives } from './exchange-export.ts'
import { addLink, addMeasureRow, addObjective, addObservation, type By } from './store/write.ts'

const actor: JobActor = { kind: 'job', job: 'import', classes: ['public', 'members'] }
type Measure = NonNullable<ExchangeObjective['measures']>[number]

/** Objectives, measures, observations and links of the exchange file. Rows made before are left as they are. */
export const objectivesPart: ExchangePart = {
  name: 'objectives',
  async read(tx, file, ids) {
    const objectives = file.objectives ?? []
    for (const objective of inOrder(objectives)) await readObjective(tx, ids, objective)
    for (const objective of objectives) await readLinks(tx, ids, objective)
  },
  write: exportObjectives,
}

/** Parents before their children; a circle keeps the file's order and loses the parent. */
function inOrder(objectives: ExchangeObjective[]): ExchangeObjective[] {
  const done = new Set<string>()
  const ordered: ExchangeObjective[] = []
  const place = (objective: ExchangeObjective, below: Set<string>) => {
    if (done.has(objective.key) || below.has(objective.key)) return
    const parent = objectives.find((one) => one.key === objective.parent)
    if (parent) place(parent, new Set([...below, objective.key]))
    if (done.has(objective.key)) return
    done.add(objective.key)
    ordered.push(objective)
  }
  for (const objective of objectives) place(objective, new Set())
  return ordered
}

async function readObjective(tx: Tx, ids: ExchangeIds, from: ExchangeObjective): Promise<void> {
  const by: By = { actor, now: ids.now, newId: ids.newId }
  const known = ids.known('objectives', from.key)
  const ownerId = from.owner ? ids.id('organisations', from.owner) : ids.ownerId
  const lang = from.names.id ? 'id' : 'en'
  const klass = from.class ?? 'public'
  const parentId = from.parent ? ids.known('objectives', from.parent) : undefined
  const id =
    known ??
    (await addObjective(tx, by, {
      programmeId: ids.programmeId,
      ownerId,
      class: klass,
      lang,
      scope: from.owner ? 'agency' : 'shared',
      parentId,
      code: from.code,
      title: from.names[lang]!,
      titleEn: lang === 'id' ? from.names.en : undefined,
      summary: from.summary?.[lang] ?? from.summary?.en,
      summaryEn: lang === 'id' ? from.summary?.en : undefined,
      weight: from.weight,
    }))
  await ids.keep(
    'objectives',
    from.key,
    id,
    known ? 'unchanged' : 'created',
    from.category ? { category: from.category } : undefined,
  )
  if (!known) await appendEvent(tx, actor, ids.now, imported(ids, ownerId, klass, id))
  for (const measure of from.measures ?? [])
    await readMeasure(tx, ids, measure, { objectiveId: id, ownerId, class: klass })
}

function imported(ids: ExchangeIds, ownerId: string, klass: 'public' | 'members', id: string) {
  const subject = { subjectKind: 'objective', subjectId: id, subjectVersion: 1 }
  return { name: 'objective.imported', programmeId: ids.programmeId, ownerId, class: klass, ...subject }
}

type Place = { objectiveId: string; ownerId: string; class: 'public' | 'members' }

async function readMeasure(tx: Tx, ids: ExchangeIds, from: Measure, place: Place): Promise<void> {
  const by: By = { actor, now: ids.now, newId: ids.newId }
  const known = ids.known('measures', from.key)
  const lang = from.names.id ? 'id' : 'en'
  const id =
    known ??
    (await addMeasureRow(tx, by, {
      ...place,
      programmeId: ids.programmeId,
      ownerId: from.owner ? ids.id('organisations', from.owner) : place.ownerId,
      hasOwner: from.owner !== undefined,
      lang,
      name: from.names[lang]!,
      nameEn: lang === 'id' ? from.names.en : undefined,
      unit: from.unit,
      baseline: from.baseline,
      target: from.target,
      weight: from.weight,
    }))
  await ids.keep('measures', from.key, id, known ? 'unchanged' : 'created')
  if (known) return
  for (const one of from.observations ?? []) {
    const note = one.note?.[lang] ?? one.note?.en ?? one.note?.id
    await addObservation(tx, by, { measureId: id, observedOn: one.date, value: one.value, note, source: one.source })
  }
}

async function readLinks(tx: Tx, ids: ExchangeIds, from: ExchangeObjective): Promise<void> {
  for (const link of from.links ?? []) {
    const key = `${from.key}.${link.kind}.${link.to}`
    const known = ids.known('objective-links', key)
    const id =
      known ??
      (await addLink(
        tx,
        { actor, now: ids.now, newId: ids.newId },
        {
          programmeId: ids.programmeId,
          ownerId: from.owner ? ids.id('organisations', from.owner) : ids.ownerId,
          class: from.class ?? 'public',
          lang: from.names.id ? 'id' : 'en',
          from: ids.id('objectives', from.key),
          to: ids.id('objectives', link.to),
          kind: link.kind,
          because: link.note?.id ?? link.note?.en,
        },
      ))
    await ids.keep('objective-links', key, id, known ? 'unchanged' : 'created')
  }
}
