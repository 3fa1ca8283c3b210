import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { mayKeepBreaches } from './breach.ts'
import { breachesNamed, breachesOf } from './store/breaches.ts'

export type BreachesData = NonNullable<Awaited<ReturnType<typeof loadBreaches>>>
export async function loadBreaches(tx: ReadTx, { params, actor, now, today }: PageRequest<unknown>) {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const parties = await partiesOn(tx, programme.id, today)
  return { programme, rows: await breachesOf(tx, programme.id), parties, now, may: mayKeepBreaches(actor) }
}

export type BreachData = NonNullable<Awaited<ReturnType<typeof loadBreach>>>
export async function loadBreach(tx: ReadTx, { params, actor, now }: PageRequest<unknown>) {
  const programme = await programmeBySlug(tx, params.slug!)
  const [breach] = await breachesNamed(tx, [params.id!])
  if (!programme || breach?.programme_id !== programme.id) return undefined
  return { programme, breach, now, may: mayKeepBreaches(actor) }
}
