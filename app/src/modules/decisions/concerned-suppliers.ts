import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Facts } from './decision.ts'
import type { DecisionLinks } from './links.ts'
import { mayShape } from './rules.ts'
import { readParts } from './store/parts.ts'

/**
 * Suppliers that the decision does not name yet: whoever is bound to them takes no part. Only while it is deliberated,
 * and by who may name them.
 */
export async function newlyConcerned(
  tx: ReadTx,
  links: DecisionLinks,
  actor: Actor,
  of: Facts,
  line: string,
): Promise<string[]> {
  if (mayShape(actor, of) !== true) return []
  const { concerned } = await readParts(tx, of.id)
  const suppliers = await links.suppliersOf(tx, line, of.class)
  return suppliers.filter((one) => !concerned.some((known) => known.organisation_id === one))
}
