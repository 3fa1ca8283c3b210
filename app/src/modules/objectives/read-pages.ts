import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { historyOf } from '#kernel/event.ts'
import type { Lang } from '#kernel/reason.ts'
import { withheldIn } from '#kernel/withheld.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { isComplete, mayChange, mayLink, mayObserve, mayState, meanProgress, progressOf, titleIn } from './objective.ts'
import type { AlignmentData } from './pages/alignment-page.tsx'
import type { FormData } from './pages/objective-forms.tsx'
import type { ObjectiveData, ShownLink } from './pages/objective-page.tsx'
import type { ObjectivesData } from './pages/objectives-page.tsx'
import * as store from './store/read.ts'

type Request = { actor: Actor; today: string; lang: Lang }

export async function loadList(
  tx: ReadTx,
  slug: string,
  filter: store.ObjectiveFilter,
  request: Request,
): Promise<ObjectivesData | undefined> {
  const programme = await programmeBySlug(tx, slug)
  if (!programme) return undefined
  const { rows, total } = await store.listObjectives(tx, programme.id, filter)
  const all = await store.readAllObjectives(tx, programme.id)
  const shared = all.filter((one) => one.scope === 'shared').map((one) => one.id)
  const measures = await store.measuresOf(tx, [...new Set([...rows.map((row) => row.id), ...shared])], request.today)
  const complete = new Set(measures.filter(isComplete).map((measure) => measure.objective_id))
  const parties = await partiesOn(tx, programme.id, request.today)
  const { actor } = request
  const ownMay = parties
    .map((party) => mayState(actor, programme.id, 'agency', party.organisationId))
    .find((may) => may === true)
  return {
    programme,
    rows: rows.map((row) => ({ ...row, ...summed(measures.filter((measure) => measure.objective_id === row.id)) })),
    total,
    filter,
    parties,
    withheld: await withheldIn(tx, 'objectives', programme.id),
    shared: { all: shared.length, complete: shared.filter((id) => complete.has(id)).length },
    may: ownMay ?? mayState(actor, programme.id, 'shared', programme.owner_id),
  }
}

function summed(measures: store.MeasureRow[]) {
  const parts = measures.map((measure) => ({
    weight: measure.weight,
    progress: progressOf(measure.baseline, measure.judged_target, measure.latest?.value),
  }))
  return { progress: meanProgress(parts), measures: measures.length }
}

export async function loadOne(
  tx: ReadTx,
  slug: string,
  id: string,
  request: Request,
): Promise<ObjectiveData | undefined> {
  const programme = await programmeBySlug(tx, slug)
  const objective = programme && (await store.readObjective(tx, programme.id, id))
  if (!programme || !objective) return undefined
  const all = await store.readAllObjectives(tx, programme.id)
  const measures = await store.measuresOf(tx, [id], request.today)
  const observations = await store.observationsOf(
    tx,
    measures.map((measure) => measure.id),
  )
  const named = (one: (typeof all)[number]) => ({ ...one, title: titleIn(request.lang, one) })
  const parent = all.find((one) => one.id === objective.parent_id)
  return {
    programme,
    objective,
    progress: summed(measures).progress,
    parent: parent && named(parent),
    children: all.filter((one) => one.parent_id === id).map(named),
    measures: measures.map((measure) => ({
      ...measure,
      progress: progressOf(measure.baseline, measure.judged_target, measure.latest?.value),
      ofPresentTarget: progressOf(measure.baseline, measure.target, measure.latest?.value),
      observations: observations.filter((one) => one.measure_id === measure.id),
      may: mayObserve(request.actor, measure),
      mayRetarget: mayChange(request.actor, objective),
    })),
    links: shownLinks(await store.linksIn(tx, programme.id), id, all.map(named)),
    history: await historyOf(tx, id),
    mayChange: mayChange(request.actor, objective),
    mayLink: mayLink(request.actor, programme.id),
  }
}

type Named = { id: string; title: string; lang: string; owner: string; scope: string }

function shownLinks(links: store.LinkRow[], id: string, all: Named[]): ShownLink[] {
  return links.flatMap((link) => {
    const outgoing = link.from_id === id
    if (!outgoing && link.to_id !== id) return []
    const other = all.find((one) => one.id === (outgoing ? link.to_id : link.from_id))
    return other ? [{ id: link.id, kind: link.kind, outgoing, other, because: link.because, lang: link.lang }] : []
  })
}

export async function loadAlignment(tx: ReadTx, slug: string): Promise<AlignmentData | undefined> {
  const programme = await programmeBySlug(tx, slug)
  if (!programme) return undefined
  const objectives = await store.readAllObjectives(tx, programme.id)
  return { programme, objectives, links: await store.linksIn(tx, programme.id) }
}

/** What the forms offer: parties and objectives of the programme. */
export async function loadForm(tx: ReadTx, slug: string, request: Request): Promise<FormData | undefined> {
  const programme = await programmeBySlug(tx, slug)
  if (!programme) return undefined
  const objectives = await store.readAllObjectives(tx, programme.id)
  return {
    programme,
    parties: await partiesOn(tx, programme.id, request.today),
    objectives: objectives.map((one) => ({
      id: one.id,
      title: [one.code, titleIn(request.lang, one)].filter(Boolean).join(' '),
    })),
  }
}
