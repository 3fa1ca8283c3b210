import { newId } from '#kernel/ids.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import { areaCalled } from './areas.ts'
import type { Place } from './changes.ts'
import type { ImportNote } from './notes.ts'
import { comesBack, type Node, ParentNames } from './parents.ts'
import type { ImportPlan, PlanOptions, PlanWork } from './plan.ts'
import { emptyFacts } from './plan-rows.ts'
import { guessKind, type Wish } from './wish.ts'

/** Parent and area of every row. Parents that nobody knows are planned as bodies of their own. */
export function placesOf(nodes: readonly Node[], work: PlanWork): Map<Node, Place> {
  const { known, options, plan } = work
  const names = new ParentNames(nodes, known, options.home)
  const planned = new Map<string, string>()
  const made = new Map<string, string>()
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
      const parentId =
        typeof found === 'object' ? found.id : found === 'unknown' ? makeParent(wish, made, options, plan) : undefined
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

function makeParent(wish: Wish, made: Map<string, string>, options: PlanOptions, plan: ImportPlan): string {
  const { name, acronym, key } = readInstitution(wish.parent!)
  const country = wish.country ?? options.home
  const before = made.get(`${country} ${key}`)
  if (before) return before
  const id = newId(options.now)
  made.set(`${country} ${key}`, id)
  plan.bodies.push({
    ...emptyFacts(options),
    id,
    line: wish.line,
    name: name.slice(0, 300),
    acronym: acronym && acronym.length <= 40 ? acronym : null,
    kind: guessKind(name),
    country,
    dissolved_on: null,
  })
  plan.notes.push({ line: wish.line, reason: 'parent-made', text: name })
  return id
}
