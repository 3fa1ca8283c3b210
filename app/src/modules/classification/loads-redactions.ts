import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { readRedaction } from './store/redactions.ts'

export type RedactionData = NonNullable<Awaited<ReturnType<typeof loadRedaction>>>
export async function loadRedaction(tx: ReadTx, { params }: PageRequest<unknown>) {
  const [programme, one] = await Promise.all([programmeBySlug(tx, params.slug!), readRedaction(tx, params.id!)])
  return programme && one?.programme_id === programme.id ? { programme, one } : undefined
}
