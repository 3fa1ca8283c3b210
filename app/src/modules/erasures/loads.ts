import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { followedRequest } from '#modules/requests/public.ts'
import { type Erasure, mayAskForOneself, mayAskForRequest, mayDecide, mayReadAll } from './erasure.ts'
import type { ErasureQuery } from './query.ts'
import { erasingName, isOfficial, latestErasure, listErasures, readErasure, refusalReason } from './store/read.ts'

/** What was asked about somebody and how it stands, for that person. */
export type Standing = { latest: Erasure | undefined; reason: string | undefined }

async function standingOf(tx: ReadTx, subjectId: string, keys: Keys): Promise<Standing> {
  const latest = await latestErasure(tx, subjectId)
  const reason = latest?.outcome === 'refuse' ? await refusalReason(tx, latest, keys) : undefined
  return { latest, reason }
}

export async function loadOwn(tx: ReadTx, { actor }: Pick<PageRequest<unknown>, 'actor'>, keys: Keys) {
  const nothing: Standing = { latest: undefined, reason: undefined }
  const standing = actor.kind === 'person' ? await standingOf(tx, actor.personId, keys) : nothing
  return { ...standing, may: mayAskForOneself(actor, { latest: standing.latest, official: await isOfficial(tx) }) }
}
export type OwnData = Awaited<ReturnType<typeof loadOwn>>

export async function loadOfRequest(tx: ReadTx, { params }: Pick<PageRequest<unknown>, 'params'>, keys: Keys) {
  const token = params.token ?? ''
  const request = await followedRequest(tx, token)
  if (!request) return undefined
  const standing = await standingOf(tx, request.id, keys)
  return { ...standing, token, request, may: mayAskForRequest(request.closed, standing.latest) }
}
export type OfRequestData = NonNullable<Awaited<ReturnType<typeof loadOfRequest>>>

export async function loadList(tx: ReadTx, { actor, query, now }: PageRequest<ErasureQuery>) {
  if (mayReadAll(actor) !== true) return undefined
  return { ...(await listErasures(tx, query)), query, now }
}
export type ListData = NonNullable<Awaited<ReturnType<typeof loadList>>>

export async function loadOne(
  tx: ReadTx,
  { actor, params, now }: Pick<PageRequest<unknown>, 'actor' | 'params' | 'now'>,
  keys: Keys,
) {
  const { id = '' } = params
  const erasure = mayReadAll(actor) === true && isId(id) ? await readErasure(tx, id) : undefined
  if (!erasure) return undefined
  const [name, reason] = [await erasingName(tx, id), await refusalReason(tx, erasure, keys)]
  return { erasure, name, reason, may: mayDecide(actor, erasure), now }
}
export type OneData = NonNullable<Awaited<ReturnType<typeof loadOne>>>
