import { hasRole } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Finding, openFinding, openFindings, scanTotals } from './store/text-findings.ts'

/** Where the record of a finding is shown; passed in by modules.ts. */
export type HrefOf = (kind: string, slug: string, id: string) => string | undefined
export type ShownFinding = Finding & { href: string | undefined }

export type FindingsData = NonNullable<Awaited<ReturnType<typeof loadFindings>>>
export async function loadFindings(tx: ReadTx, { actor, query }: PageRequest<{ page: number }>, hrefOf: HrefOf) {
  if (!hasRole(actor, 'information-officer')) return undefined
  const [{ rows, total }, scan] = await Promise.all([openFindings(tx, query.page), scanTotals(tx)])
  return { rows: rows.map((row) => shown(row, hrefOf)), total, page: query.page, scan }
}

export async function loadFinding(tx: ReadTx, { params }: PageRequest<unknown>, hrefOf: HrefOf) {
  const one = isId(params.id ?? '') ? await openFinding(tx, params.id!) : undefined
  return one && shown(one, hrefOf)
}

export function shown(one: Finding, hrefOf: HrefOf): ShownFinding {
  return { ...one, href: hrefOf(one.record_kind, one.slug ?? '', one.record_id) }
}
