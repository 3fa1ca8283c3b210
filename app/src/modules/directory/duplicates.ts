import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { fold } from '#kernel/tabular/plain-text.ts'
import { extendsName } from './importing/match.ts'
import type { Indexed } from './store/index-organisations.ts'

export type PairReason = 'name' | 'former-name' | 'acronym' | 'identifier'
/** Two records that may be one body. `older` was recorded first. */
export type Pair = { older: Indexed; newer: Indexed; reasons: PairReason[] }

/** Pairs with the same name, a name that was the other's, the same identifier, or an acronym and names that agree. */
export function findPairs(index: readonly Indexed[]): Pair[] {
  const pairs = new Map<string, Pair>()
  const note = (a: Indexed, b: Indexed, reason: PairReason) => {
    if (a === b || areRelated(a, b)) return
    const [older, newer] = order.get(a.id)! < order.get(b.id)! ? [a, b] : [b, a]
    const key = `${older.id} ${newer.id}`
    const pair = pairs.get(key) ?? { older, newer, reasons: [] }
    if (!pair.reasons.includes(reason)) pair.reasons.push(reason)
    pairs.set(key, pair)
  }
  const order = new Map(index.map((one, at) => [one.id, at]))
  const called = group(index, (one) => [`${one.country} ${institutionKey(one.name)}`])
  for (const same of called.values()) eachTwo(same, (a, b) => sameParent(a, b) && note(a, b, 'name'))
  for (const one of index)
    for (const { name, kind } of one.names) {
      if (kind === 'acronym') continue
      for (const other of called.get(`${one.country} ${institutionKey(name)}`) ?? []) note(one, other, 'former-name')
    }
  for (const same of group(index, numbersOf).values()) eachTwo(same, (a, b) => note(a, b, 'identifier'))
  for (const same of group(index, acronymsOf).values())
    eachTwo(same, (a, b) => extendsName(institutionKey(a.name), institutionKey(b.name)) && note(a, b, 'acronym'))
  return [...pairs.values()].sort(
    (a, b) => b.reasons.length - a.reasons.length || a.older.name.localeCompare(b.older.name),
  )
}

/** A dissolved body and the one that took its place, or a body and its parent, are two on purpose. */
function areRelated(a: Indexed, b: Indexed): boolean {
  if (a.parentId === b.id || b.parentId === a.id) return true
  return (a.dissolvedOn === null) !== (b.dissolvedOn === null)
}

/** "Sekretariat" below two agencies is two bodies. */
function sameParent(a: Indexed, b: Indexed): boolean {
  return a.parentId === null || b.parentId === null || a.parentId === b.parentId
}

function acronymsOf(one: Indexed): string[] {
  const names = one.names.filter(({ kind }) => kind === 'acronym').map(({ name }) => name)
  return [...(one.acronym ? [one.acronym] : []), ...names].map((acronym) => `${one.country} ${fold(acronym)}`)
}

/** A number of six signs or more, without its dots and dashes, whatever the list. */
function numbersOf(one: Indexed): string[] {
  return one.identifiers.map(({ value }) => fold(value).replace(/[^a-z0-9]/g, '')).filter((value) => value.length >= 6)
}

function group(index: readonly Indexed[], keys: (one: Indexed) => string[]): Map<string, Indexed[]> {
  const groups = new Map<string, Indexed[]>()
  for (const one of index)
    for (const key of new Set(keys(one))) {
      const known = groups.get(key)
      if (known) known.push(one)
      else groups.set(key, [one])
    }
  return groups
}

/** Large groups are cut, so that one careless list cannot make millions of pairs. */
function eachTwo(same: Indexed[], visit: (a: Indexed, b: Indexed) => void) {
  const some = same.slice(0, 40)
  for (const [at, a] of some.entries()) for (const b of some.slice(at + 1)) visit(a, b)
}
