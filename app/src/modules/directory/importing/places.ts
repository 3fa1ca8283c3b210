import { newId } from '#kernel/ids.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import { areaCalled } from './areas.ts'
import type { Place } from './changes.ts'
import type { ImportNote } from './notes.ts'
import { comesBack, type Node, ParentNames } from './parents.ts'
import type { PlannedBody, PlanWork } from './plan.ts'
import { emptyFacts } from './plan-rows.ts'
import { guessKind, type Wish } from './wish.ts'

/** Parent and area of every row. Parents that nobody knows are planned as bodies of their own. */
export function placesOf(nodes: readonly Node[], work: PlanWork): Map<Node, Place> {
  const { known, options, plan } = work
  const names = new ParentNames(nodes, known, options.home)
  const planned = new Map<string, string>()
  const made = new MadeParents(work)
  const parentOf = (id: string) => planned.get(id) ?? known.byId.get(id)?.parentId
  const places = new Map<Node, Place>()
  for (const node of nodes) {
    const { wish } = node
    const place: Place = {}
    const note = (reason: ImportNote['reason'], text: string) => plan.notes.push({ line: wish.line, reason, text })
    if (wish.territory) {
      const area = areaCalled(wish.territory, options.areas)
      if (area === 'unknown' || area === 'ambiguous') note(`territory-${area}`, wish.territory)
      else place.territory = area
    }
    if (wish.parent) {
      const found = names.find(wish)
      const parentId = typeof found === 'object' ? found.id : found === 'unknown' ? made.idFor(wish) : undefined
      if (!parentId) note('parent-ambiguous', wish.parent)
      else if (comesBack(parentOf, node.id, parentId)) note('parent-loop', `${wish.name} ↔ ${wish.parent}`)
      else {
        place.parentId = parentId
        planned.set(node.id, parentId)
      }
    }
    places.set(node, place)
  }
  return places
}

/** Bodies that only the column of parents names, once each, whether by name, by short form or by both. */
class MadeParents {
  private readonly made = new Map<string, PlannedBody>()
  private readonly work: PlanWork

  constructor(work: PlanWork) {
    this.work = work
  }

  idFor(wish: Wish): string {
    const { name, acronym, key } = readInstitution(wish.parent!)
    const country = wish.country ?? this.work.options.home
    const calls = [key, ...(acronym ? [institutionKey(acronym)] : [])].map((one) => `${country} ${one}`)
    const body = calls.map((one) => this.made.get(one)).find(Boolean) ?? this.make(wish, name, country)
    for (const one of calls) this.made.set(one, body)
    if (acronym && acronym.length <= 40 && !body.acronym) {
      body.acronym = acronym
      body.name = name.slice(0, 300)
    }
    return body.id
  }

  private make(wish: Wish, name: string, country: string): PlannedBody {
    const { plan, options } = this.work
    const body: PlannedBody = {
      ...emptyFacts(options),
      id: newId(options.now),
      line: wish.line,
      name: name.slice(0, 300),
      acronym: null,
      kind: guessKind(name),
      country,
      dissolved_on: null,
    }
    plan.bodies.push(body)
    plan.notes.push({ line: wish.line, reason: 'parent-made', text: name })
    return body
  }
}
