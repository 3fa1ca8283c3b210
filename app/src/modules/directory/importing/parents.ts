import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { fold } from '#kernel/tabular/plain-text.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import type { KnownBodies } from './match.ts'
import type { Wish } from './wish.ts'

/** A body as planned: on record already, or to be added from a row. */
export type Node = { id: string; wish: Wish }
/** `unknown`: nobody is called so and the body has to be made. */
export type ParentFound = { id: string } | 'ambiguous' | 'unknown'

/** What the rows call their parents: by own id, name, acronym or former name, in the list first, then in the directory. */
export class ParentNames {
  private readonly known: KnownBodies
  private readonly home: string
  private readonly byOwnId = new Map<string, Node>()
  private readonly byName = new Map<string, Node[]>()
  private readonly byShort = new Map<string, Node[]>()
  private readonly byFormer = new Map<string, Node[]>()

  constructor(nodes: readonly Node[], known: KnownBodies, home: string) {
    this.known = known
    this.home = home
    for (const node of nodes) {
      const { wish } = node
      const at = wish.country ?? home
      if (wish.ownId) this.byOwnId.set(wish.ownId, node)
      add(this.byName, `${at} ${wish.key}`, node)
      for (const one of wish.acronyms) add(this.byShort, `${at} ${fold(one)}`, node)
      for (const one of wish.formerNames) add(this.byFormer, `${at} ${institutionKey(one)}`, node)
    }
  }

  find(wish: Wish): ParentFound {
    const written = wish.parent!
    const inList = this.byOwnId.get(written)
    if (inList && inList.wish !== wish) return { id: inList.id }
    const at = wish.country ?? this.home
    const named = readInstitution(written)
    const shorts = [named.name, ...(named.acronym ? [named.acronym] : [])]
    const tries = [
      () => this.byName.get(`${at} ${named.key}`),
      () => shorts.flatMap((one) => this.byShort.get(`${at} ${fold(one)}`) ?? []),
      () => this.known.named(at, named.name),
      () => shorts.flatMap((one) => this.known.abbreviated(at, one)),
      () => this.byFormer.get(`${at} ${named.key}`),
      () => this.known.onceNamed(at, named.name),
    ]
    for (const attempt of tries) {
      const ids = [...new Set((attempt() ?? []).map((one) => one.id))]
      if (ids.length === 1) return { id: ids[0]! }
      if (ids.length > 1) return 'ambiguous'
    }
    return 'unknown'
  }
}

function add(map: Map<string, Node[]>, key: string, node: Node) {
  map.set(key, [...(map.get(key) ?? []), node])
}

/** Whether following the parents from `start` comes back to `id`. */
export function comesBack(parentOf: (id: string) => string | null | undefined, id: string, start: string): boolean {
  const seen = new Set<string>()
  let at: string | null | undefined = start
  while (at && !seen.has(at)) {
    if (at === id) return true
    seen.add(at)
    at = parentOf(at)
  }
  return false
}
