import { institutionKey, isAcronym } from '#kernel/tabular/institution-words.ts'
import { fold } from '#kernel/tabular/plain-text.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import type { Indexed } from '../store/index-organisations.ts'
import { unknownCountry } from './countries.ts'
import type { Wish } from './wish.ts'

/** How a row was recognised as a body that is on record. */
export type MatchBy = 'identifier' | 'name' | 'former-name' | 'acronym'
export type Match = { existing: Indexed; by: MatchBy }

/** The directory by everything a row may call a body. */
export class KnownBodies {
  readonly byId = new Map<string, Indexed>()
  private readonly byIdentifier = new Map<string, Indexed>()
  private readonly byName = new Map<string, Indexed[]>()
  private readonly byOtherName = new Map<string, Indexed[]>()
  private readonly byAcronym = new Map<string, Indexed[]>()

  constructor(index: readonly Indexed[]) {
    for (const one of index) {
      this.byId.set(one.id, one)
      for (const { scheme, value } of one.identifiers) this.byIdentifier.set(`${scheme} ${value}`, one)
      // A row that names no country may mean the body of any.
      for (const country of [one.country, unknownCountry]) this.note(one, country)
    }
  }

  private note(one: Indexed, country: string): void {
    put(this.byName, `${country} ${institutionKey(one.name)}`, one)
    if (one.acronym) put(this.byAcronym, `${country} ${fold(one.acronym)}`, one)
    for (const { name, kind } of one.names) {
      if (kind === 'acronym') put(this.byAcronym, `${country} ${fold(name)}`, one)
      else put(this.byOtherName, `${country} ${institutionKey(name)}`, one)
    }
  }

  identified = ({ scheme, value }: { scheme: string; value: string }) => this.byIdentifier.get(`${scheme} ${value}`)
  named = (country: string, name: string) => this.byName.get(`${country} ${institutionKey(name)}`) ?? []
  onceNamed = (country: string, name: string) => this.byOtherName.get(`${country} ${institutionKey(name)}`) ?? []
  abbreviated = (country: string, acronym: string) => this.byAcronym.get(`${country} ${fold(acronym)}`) ?? []
}

function put(map: Map<string, Indexed[]>, key: string, one: Indexed) {
  const known = map.get(key)
  if (!known) map.set(key, [one])
  else if (!known.includes(one)) known.push(one)
}

/**
 * Which row is which body: by identifier, then by present name, then by former name, then by acronym; a body goes to
 * the first row that recognises it. `parentName`: what the row's parent is called, where the list names it by its id.
 */
export function matchRows(
  wishes: readonly Wish[],
  known: KnownBodies,
  home: string,
  parentName: (wish: Wish) => string | null,
): Map<Wish, Match> {
  const found = new Map<Wish, Match>()
  const taken = new Set<string>()
  const shared = new Map<string, number>()
  for (const { key, country } of wishes) {
    const called = `${country ?? home} ${key}`
    shared.set(called, (shared.get(called) ?? 0) + 1)
  }
  const pass = (by: MatchBy, candidates: (wish: Wish) => Indexed[], pickOne: boolean) => {
    for (const wish of wishes) {
      if (found.has(wish)) continue
      const free = candidates(wish).filter((one) => !taken.has(one.id))
      const existing = pickOne && free.length > 1 ? undefined : free[0]
      if (!existing) continue
      found.set(wish, { existing, by })
      taken.add(existing.id)
    }
  }
  const at = (wish: Wish) => wish.country ?? home
  pass('identifier', (wish) => wish.identifiers.flatMap((one) => known.identified(one) ?? []), false)
  pass(
    'name',
    (wish) => {
      const same = known.named(at(wish), wish.name)
      // A name that stands once on both sides is the same body, also when it moved below another parent.
      if (same.length === 1 && shared.get(`${at(wish)} ${wish.key}`) === 1) return same
      return byParent(same, parentName(wish), known)
    },
    false,
  )
  pass('former-name', (wish) => formerly(wish, at(wish), known, parentName(wish)), true)
  pass('acronym', (wish) => byShortForm(wish, at(wish), known, parentName(wish)), true)
  return found
}

/** Same parent first, then those whose parent is not known; never those below another. */
function byParent(bodies: Indexed[], parent: string | null, known: KnownBodies): Indexed[] {
  const fits = bodies.filter((one) => (parent === null ? one.parentId === null : isBelow(one, parent, known)))
  const open = bodies.filter((one) => parent !== null && one.parentId === null)
  return fits.length > 0 ? fits : parent === null ? bodies.slice(0, 1) : open
}

function isBelow(one: Indexed, parent: string, known: KnownBodies): boolean {
  const above = one.parentId ? known.byId.get(one.parentId) : undefined
  if (!above) return false
  const { key, name, acronym } = readInstitution(parent)
  const short = [name, acronym ?? ''].map(fold)
  return (
    [above.name, ...above.names.map((other) => other.name)].some((other) => institutionKey(other) === key) ||
    [above.acronym ?? '', ...above.names.filter((other) => other.kind === 'acronym').map((other) => other.name)].some(
      (other) => other !== '' && short.includes(fold(other)),
    )
  )
}

/** The row's name is a former one of a body, or the body's present name is a former one of the row. */
function formerly(wish: Wish, country: string, known: KnownBodies, parent: string | null): Indexed[] {
  const bearers = known.onceNamed(country, wish.name)
  // A dissolved predecessor that has a row of its own is not the body that followed it.
  const living = wish.dissolvedOn ? bearers.filter((one) => one.dissolvedOn !== null) : bearers
  const followed = wish.formerNames.flatMap((name) => known.named(country, name)).filter((one) => !one.dissolvedOn)
  return fitting([...new Set([...living, ...followed])], parent, known)
}

/** Written by its short form alone, or with the same short form and a name that does not contradict. */
function byShortForm(wish: Wish, country: string, known: KnownBodies, parent: string | null): Indexed[] {
  const whole = isAcronym(wish.name) || wish.name.length <= 8 ? known.abbreviated(country, wish.name) : []
  const bare = wish.acronyms.flatMap((acronym) => known.named(country, acronym))
  const both = wish.acronyms
    .flatMap((acronym) => known.abbreviated(country, acronym))
    .filter((one) => extendsName(wish.key, institutionKey(one.name)))
  return fitting([...new Set([...whole, ...bare, ...both])], parent, known)
}

function fitting(bodies: Indexed[], parent: string | null, known: KnownBodies): Indexed[] {
  return bodies.filter((one) => parent === null || one.parentId === null || isBelow(one, parent, known))
}

/** "ministry of trade" and "ministry of trade of korea": every word of one stands in the other, two words at least. */
export function extendsName(one: string, other: string): boolean {
  const [less, more] = [one.split(' '), other.split(' ')].sort((a, b) => a.length - b.length) as [string[], string[]]
  return less.length >= 2 && less.every((word) => more.includes(word))
}
