import type { Tx } from '#kernel/database.ts'
import type { ImportPlan } from '../importing/plan.ts'
import { addNames, changeOrganisation } from './write-organisations.ts'

const atOnce = 500

/** Writes a plan; new bodies go in with their parents before them. */
export async function writeImport(
  tx: Tx,
  by: { now: Date; createdBy: string | null },
  { bodies, changes, names, identifiers }: ImportPlan,
): Promise<void> {
  const stamp = { created_at: by.now, created_by: by.createdBy }
  for (const some of inParts(bodies)) {
    const rows = some.map(({ line: _, ...body }) => ({ ...body, ...stamp }))
    await tx.insertInto('organisations').values(rows).execute()
  }
  for (const { id, version, change } of changes)
    if (Object.keys(change).length > 0) await changeOrganisation(tx, id, version, change)
  for (const some of inParts(names)) await addNames(tx, by.now, some)
  for (const some of inParts(identifiers)) {
    const rows = some.map(({ organisationId, scheme, value }) => ({ organisation_id: organisationId, scheme, value }))
    await tx.insertInto('organisation_identifiers').values(rows).execute()
  }
}

function inParts<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / atOnce) }, (_, part) =>
    items.slice(part * atOnce, (part + 1) * atOnce),
  )
}
