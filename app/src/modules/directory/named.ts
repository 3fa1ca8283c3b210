import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { says } from './organisation.ts'
import { type Suggestion, suggestOrganisations } from './store/list-organisations.ts'
import { parentsOf, readOrganisation } from './store/read-organisation.ts'
import { readTerritory, territoriesNamed } from './store/territories.ts'
import { isTerritoryCode } from './territory.ts'

export type Found<T> = { found: T } | { problem: Problem }

/** An organisation by its id, name, acronym or former name as someone wrote it; null where nothing was written. */
export async function bodyNamed(
  tx: ReadTx,
  field: string,
  written: string | undefined,
): Promise<Found<{ id: string; name: string } | null>> {
  if (!written) return { found: null }
  if (isId(written)) {
    const body = await readOrganisation(tx, written)
    if (body && !body.merged_into_id) return { found: body }
  }
  const found = await suggestOrganisations(tx, written, 8)
  const exact = found.filter((body) => isCalled(body, written))
  if (exact.length === 1) return { found: exact[0]! }
  const like = exact.length > 1 ? exact : found
  if (like.length === 0)
    return {
      problem: problem(
        field,
        'unknown',
        says((say) => say.problems.noParent(written)),
      ),
    }
  const names = like.map((body) => body.name).join('; ')
  return {
    problem: problem(
      field,
      'ambiguous',
      says((say) => (exact.length > 1 ? say.problems.manyParents(names) : say.problems.parentLike(written, names))),
    ),
  }
}

function isCalled(body: Suggestion, written: string): boolean {
  return institutionKey(body.name) === institutionKey(written) || body.acronym?.toLowerCase() === written.toLowerCase()
}

/** An official area by its code or name; null where nothing was written. */
export async function areaNamed(tx: ReadTx, written: string | undefined): Promise<Found<string | null>> {
  if (!written) return { found: null }
  if (isTerritoryCode(written)) {
    const area = await readTerritory(tx, written)
    if (area) return { found: area.code }
  }
  const found = await territoriesNamed(tx, written, 25)
  const same = (name: string) => name.toLowerCase() === written.trim().toLowerCase()
  const exact = found.filter((area) => same(area.name))
  const bare = found.filter((area) => same(area.name.replace(/^(Kabupaten|Kota|Provinsi) /, '')))
  const only = [exact, bare, found].find((areas) => areas.length > 0) ?? []
  if (only.length === 1) return { found: only[0]!.code }
  if (only.length === 0)
    return {
      problem: problem(
        'territory',
        'unknown',
        says((say) => say.problems.noTerritory(written)),
      ),
    }
  const like = only
    .slice(0, 6)
    .map((area) => `${area.name} (${area.code})`)
    .join('; ')
  return {
    problem: problem(
      'territory',
      'ambiguous',
      says((say) => say.problems.manyTerritories(like)),
    ),
  }
}

/** Whether putting `id` below `parentId` would make it stand below itself. */
export async function wouldLoop(tx: ReadTx, id: string, parentId: string | null): Promise<boolean> {
  if (parentId === null) return false
  return parentId === id || (await parentsOf(tx, parentId)).some((one) => one.id === id)
}
