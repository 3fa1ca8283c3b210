import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { fold } from '#kernel/tabular/plain-text.ts'
import type { Identifier } from '../organisation.ts'
import type { Indexed } from '../store/index-organisations.ts'
import type { NewName, OrganisationChange } from '../store/write-organisations.ts'
import type { KnownBodies, Match } from './match.ts'
import type { Wish } from './wish.ts'

/** Where the row leads: its parent and area, once they are found. undefined: the row says nothing of it. */
export type Place = { parentId?: string; territory?: string }
export type Changes = {
  change: OrganisationChange
  names: NewName[]
  identifiers: Identifier[]
  /** Identifiers of the row that belong to another body. */
  taken: Identifier[]
}

/** What a row changes in a body on record. An empty cell changes nothing. */
export function changesOf(wish: Wish, { existing, by }: Match, place: Place, known: KnownBodies): Changes {
  const change: OrganisationChange = {}
  const names = newNames(wish, existing, by, change)
  if (wish.kind && wish.kind !== existing.kind) change.kind = wish.kind
  if (wish.country && wish.country !== existing.country) change.country = wish.country
  if (wish.website && wish.website !== existing.website) change.website = wish.website
  if (wish.dissolvedOn && wish.dissolvedOn !== existing.dissolvedOn) change.dissolved_on = wish.dissolvedOn
  if (place.parentId && place.parentId !== existing.parentId) change.parent_id = place.parentId
  if (place.territory && place.territory !== existing.territory) change.territory_code = place.territory
  if (wish.acronyms[0] && !existing.acronym) change.acronym = wish.acronyms[0]
  const asked = wish.identifiers.map((one) => ({ one, owner: known.identified(one) }))
  return {
    change,
    names,
    identifiers: asked.filter(({ owner }) => !owner).map(({ one }) => one),
    taken: asked.filter(({ owner }) => owner && owner.id !== existing.id).map(({ one }) => one),
  }
}

function newNames(wish: Wish, existing: Indexed, by: Match['by'], change: OrganisationChange): NewName[] {
  const names: NewName[] = []
  const keys = new Set([existing.name, ...existing.names.map((one) => one.name)].map(institutionKey))
  const add = (name: string, kind: NewName['kind']) => {
    if (keys.has(institutionKey(name))) return
    keys.add(institutionKey(name))
    names.push({ organisationId: existing.id, name, kind })
  }
  const succeeds = wish.formerNames.some((one) => institutionKey(one) === institutionKey(existing.name))
  if (wish.key !== institutionKey(existing.name)) {
    if (by === 'identifier' || (by === 'former-name' && succeeds)) {
      change.name = wish.name
      names.push({ organisationId: existing.id, name: existing.name, kind: 'former' })
      keys.add(wish.key)
    } else add(wish.name, 'other')
  }
  for (const one of wish.formerNames) if (institutionKey(one) !== wish.key) add(one, 'former')
  const shorts = new Set(
    [existing.acronym ?? wish.acronyms[0] ?? '', ...existing.names.map((one) => one.name)].map(fold),
  )
  for (const one of wish.acronyms) {
    if (shorts.has(fold(one))) continue
    shorts.add(fold(one))
    names.push({ organisationId: existing.id, name: one, kind: 'acronym' })
  }
  return names
}
