import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import { all, type Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import { type Party, type ProgrammeHead, partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { mayKeep, partiesFor } from './budget-line.ts'
import type { OfferQuery } from './list-query.ts'
import { type Head, loadHead } from './load-lines.ts'
import { mayMove } from './resource.ts'
import * as store from './store/offers.ts'

export type OffersData = Head & {
  query: OfferQuery
  rows: store.ListedResource[]
  total: number
  parties: Party[]
  withheld: Withheld
}

export async function loadOffers(tx: ReadTx, request: PageRequest<OfferQuery>): Promise<OffersData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { id } = head.programme
  const [listed, parties, withheld] = await Promise.all([
    store.listResources(tx, id, request.query),
    partiesOn(tx, id, request.today),
    withheldIn(tx, 'resources', id),
  ])
  return { ...head, query: request.query, ...listed, parties, withheld }
}

export type OfferData = {
  programme: ProgrammeHead
  resource: store.ResourceFacts
  moves: store.Move[]
  mayMove: Verdict
}

export async function loadOffer(tx: ReadTx, { params, actor }: PageRequest<unknown>): Promise<OfferData | undefined> {
  const { slug = '', id = '' } = params
  const resource = isId(id) ? await store.readResource(tx, slug, id) : undefined
  if (!resource) return undefined
  const [programme, moves] = await Promise.all([programmeBySlug(tx, slug), store.movesOf(tx, id)])
  return programme && { programme, resource, moves, mayMove: all(mayKeep(actor, resource), mayMove(resource)) }
}

export type NewOfferData = Head & { mine: Party[] }

export async function loadNewOffer(tx: ReadTx, request: PageRequest<unknown>): Promise<NewOfferData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const parties = await partiesOn(tx, head.programme.id, request.today)
  const ids = parties.map((one) => one.organisationId)
  const own = partiesFor(request.actor, head.programme.id, ids)
  return { ...head, mine: parties.filter((one) => own.includes(one.organisationId)) }
}
