import { newId } from '#kernel/ids.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import { noteRefusal, type RepairReport } from '#kernel/tabular/repair-report.ts'
import type { Identifier } from '../organisation.ts'
import type { AreaName, Indexed } from '../store/index-organisations.ts'
import type { NewName, OrganisationChange, OrganisationFacts } from '../store/write-organisations.ts'
import { KnownBodies, type MatchBy, matchRows } from './match.ts'
import type { ImportNote } from './notes.ts'
import type { Node } from './parents.ts'
import { placesOf } from './places.ts'
import { planBody, planChange } from './plan-rows.ts'
import { type Wish, type WishOptions, wishOf } from './wish.ts'

export type PlannedBody = OrganisationFacts & { id: string; name: string; dissolved_on: string | null; line: number }
export type PlannedChange = { id: string; line: number; version: number; change: OrganisationChange }
export type PlannedLine = {
  line: number
  name: string
  outcome: 'created' | 'updated' | 'unchanged' | 'refused'
  /** The body on record that the row was taken for, and by what. */
  as?: string
  by?: MatchBy
}

/** All that an import would write, parents before those below them. Made without writing anything. */
export type ImportPlan = {
  bodies: PlannedBody[]
  changes: PlannedChange[]
  names: NewName[]
  identifiers: (Identifier & { organisationId: string })[]
  notes: ImportNote[]
  lines: PlannedLine[]
}

export type PlanOptions = WishOptions & {
  now: Date
  /** ISO code for rows that name no country. */
  home: string
  lang: 'id' | 'en'
  areas: AreaName[]
  /** Ids of bodies that may be changed. */
  kept: Set<string> | 'all'
}

/** What planning one row may read and adds to. `given`: identifiers that rows before it have taken. */
export type PlanWork = {
  plan: ImportPlan
  report: RepairReport
  known: KnownBodies
  options: PlanOptions
  given: Set<string>
}

/** Decides about every row; the outcome of each is counted in the report. */
export function planImport(
  index: readonly Indexed[],
  records: readonly TableRecord[],
  report: RepairReport,
  options: PlanOptions,
): ImportPlan {
  const plan: ImportPlan = { bodies: [], changes: [], names: [], identifiers: [], notes: [], lines: [] }
  const known = new KnownBodies(index)
  const wishes = withoutTwins(
    records.map((record) => wishOf(record, options)),
    options,
    plan,
    report,
  )
  const ownNames = new Map(wishes.flatMap((wish) => (wish.ownId ? [[wish.ownId, wish.name] as const] : [])))
  const parentName = (wish: Wish) => (wish.parent === null ? null : (ownNames.get(wish.parent) ?? wish.parent))
  const matches = matchRows(wishes, known, options.home, parentName)
  const nodes = wishes.map((wish): Node => ({ wish, id: matches.get(wish)?.existing.id ?? newId(options.now) }))
  const work: PlanWork = { plan, report, known, options, given: new Set() }
  const places = placesOf(nodes, work)
  for (const node of nodes) {
    const match = matches.get(node.wish)
    for (const note of node.wish.notes) plan.notes.push({ line: node.wish.line, ...note })
    if (match) planChange(node, match, places.get(node)!, work)
    else planBody(node, places.get(node)!, work)
  }
  plan.bodies = parentsFirst(plan.bodies)
  return plan
}

/** Two rows about one body: the second is refused, unless the list itself tells them apart by its ids. */
function withoutTwins(wishes: Wish[], options: PlanOptions, plan: ImportPlan, report: RepairReport): Wish[] {
  const lineOf = new Map<string, number>()
  return wishes.filter((wish) => {
    const own = wish.ownId && options.source ? wish.ownId : ''
    const twin = [wish.country ?? options.home, wish.key, institutionKey(wish.parent ?? ''), wish.territory ?? '', own]
    const before = lineOf.get(twin.join('|'))
    if (before === undefined) return lineOf.set(twin.join('|'), wish.line)
    noteRefusal(report, { line: wish.line, reason: 'key-repeated', detail: `${wish.name} = ${before}` })
    plan.lines.push({ line: wish.line, name: wish.name, outcome: 'refused' })
    return false
  })
}

function parentsFirst(bodies: PlannedBody[]): PlannedBody[] {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  const done = new Set<string>()
  const ordered: PlannedBody[] = []
  const visit = (body: PlannedBody) => {
    if (done.has(body.id)) return
    done.add(body.id)
    const parent = body.parent_id ? byId.get(body.parent_id) : undefined
    if (parent) visit(parent)
    ordered.push(body)
  }
  for (const body of bodies) visit(body)
  return ordered
}
