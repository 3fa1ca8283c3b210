import { type Actor, type Class, hasRole, seatsIn } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { openDocumentsOf } from '#modules/documents/public.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { mayClassifyIn, mayConfirm, mayOpen, mayOverturn, mayReview, type Target } from './classification.ts'
import type { RegisterQuery } from './query.ts'
import { fileRedactionsOf } from './store/file-redactions.ts'
import {
  actsOf,
  listClassifications,
  type Place,
  protectedTotals,
  readClassification,
  readTarget,
  tallyClassifications,
  targetsIn,
} from './store/read.ts'
import { redactionsOf } from './store/redactions.ts'

export type RegisterData = NonNullable<Awaited<ReturnType<typeof loadRegister>>>
export async function loadRegister(tx: ReadTx, { params, query, today, actor }: PageRequest<RegisterQuery>) {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const [{ rows, total }, tally, hidden] = await Promise.all([
    listClassifications(tx, programme.id, query, today),
    tallyClassifications(tx, programme.id, today),
    protectedTotals(tx, programme.id),
  ])
  return {
    programme,
    query,
    rows,
    total,
    tally,
    hidden,
    today,
    may: mayClassifyIn(actor, programme.id),
    officer: hasRole(actor, 'information-officer'),
  }
}

export type DecisionData = NonNullable<Awaited<ReturnType<typeof loadDecision>>>
export async function loadDecision(tx: ReadTx, { params, actor }: PageRequest<unknown>, readers: SubjectReader[]) {
  const [programme, one] = await Promise.all([programmeBySlug(tx, params.slug!), readClassification(tx, params.id!)])
  if (!programme || one?.programme_id !== programme.id) return undefined
  const reader = readers.find(({ kind }) => kind === one.record_kind)
  const review = mayReview(actor, one)
  const [acts, target, heads, versions, files, originals] = await Promise.all([
    actsOf(tx, one.id),
    readTarget(tx, one.record_id),
    reader?.heads(tx, [one.record_id]) ?? [],
    redactionsOf(tx, one.id),
    fileRedactionsOf(tx, one.id),
    review === true ? openDocumentsOf(tx, one.record_id) : [],
  ])
  return {
    programme,
    one,
    acts,
    versions,
    files,
    /** Files of the record, only for who may open them in part. */
    originals,
    kind: reader?.name,
    /** Only for who may read the record. */
    record: heads[0] && {
      ...heads[0],
      // visitors see only what is public, and are not told of classes
      class: target?.class ?? 'public',
      programme_id: one.programme_id,
      owner_id: one.owner_id,
      href: reader!.href(programme.slug, one.record_id),
    },
    may: {
      confirm: mayConfirm(actor, one),
      review,
      open: mayOpen(actor, one),
      overturn: mayOverturn(actor, one),
    },
  }
}

/** `head`: what the reader may see of it; only that counts as reading the record. */
export type Choice = {
  record: string
  present: Class
  head?: SubjectHead & Pick<Target, 'class' | 'programme_id' | 'owner_id'>
  kindName: SubjectReader['name']
}
export type DecidingData = NonNullable<Awaited<ReturnType<typeof loadDeciding>>>

/** Records that this person may decide about, each by its own title where it is open to them. */
export async function loadDeciding(tx: ReadTx, { params, actor }: PageRequest<unknown>, readers: SubjectReader[]) {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const targets = await targetsIn(tx, programme.id, ownersOf(actor, programme.id))
  return { programme, targets: await named(tx, targets, readers) }
}

function ownersOf(actor: Actor, programmeId: string): string[] | 'all' {
  if (hasRole(actor, 'information-officer')) return 'all'
  return seatsIn(actor, programmeId)
    .filter((seat) => seat.role === 'head')
    .map((seat) => seat.organisationId)
}

/** Where the person decides: what their desk tells them of. */
export function placesOf(actor: Actor): Place[] | 'everywhere' {
  if (hasRole(actor, 'information-officer')) return 'everywhere'
  return actor.kind === 'person' ? actor.seats.filter((seat) => seat.role === 'head') : []
}

export async function named(tx: ReadTx, targets: Target[], readers: SubjectReader[]): Promise<Choice[]> {
  const found = await Promise.all(
    readers.map(async (reader) => {
      const ids = targets.filter((one) => one.kind === reader.kind).map((one) => one.id)
      const heads = ids.length > 0 ? await reader.heads(tx, ids) : []
      return heads.map((head) => [head.id, head] as const)
    }),
  )
  const heads = new Map(found.flat())
  return targets.flatMap(({ id, kind, class: present, programme_id, owner_id }) => {
    const reader = readers.find((one) => one.kind === kind)
    const head = heads.get(id)
    if (!reader) return []
    const shown = head && { ...head, class: present, programme_id, owner_id }
    return [{ record: id, present, head: shown, kindName: reader.name }]
  })
}
