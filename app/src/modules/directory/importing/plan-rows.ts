import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { noteOutcome, noteRefusal } from '#kernel/tabular/repair-report.ts'
import { changesOf, type Place } from './changes.ts'
import type { Match } from './match.ts'
import type { Node } from './parents.ts'
import type { PlanOptions, PlanWork } from './plan.ts'
import { guessKind, type Wish } from './wish.ts'

export const emptyFacts = ({ lang }: PlanOptions) => ({
  parent_id: null,
  territory_code: null,
  website: null,
  founded_on: null,
  lang,
})

/** A row about a body that is not on record. */
export function planBody({ id, wish }: Node, place: Place, work: PlanWork): void {
  const { plan, report, options } = work
  const [acronym = null, ...acronyms] = wish.acronyms
  if (!wish.kind) plan.notes.push({ line: wish.line, reason: 'kind-assumed', text: wish.name })
  plan.bodies.push({
    ...emptyFacts(options),
    id,
    line: wish.line,
    name: wish.name,
    kind: wish.kind ?? guessKind(wish.name),
    acronym,
    country: wish.country ?? options.home,
    website: wish.website,
    parent_id: place.parentId ?? null,
    territory_code: place.territory ?? null,
    dissolved_on: wish.dissolvedOn,
  })
  const former = wish.formerNames.filter((name) => institutionKey(name) !== wish.key)
  for (const name of former) plan.names.push({ organisationId: id, name, kind: 'former' })
  for (const name of acronyms) plan.names.push({ organisationId: id, name, kind: 'acronym' })
  giveIdentifiers(id, wish, work)
  noteOutcome(report, 'created')
  plan.lines.push({ line: wish.line, name: wish.name, outcome: 'created' })
}

function giveIdentifiers(id: string, wish: Wish, { plan, known, given }: PlanWork): void {
  for (const one of wish.identifiers) {
    const key = `${one.scheme} ${one.value}`
    if (known.identified(one) || given.has(key)) {
      plan.notes.push({ line: wish.line, reason: 'identifier-taken', text: `${one.scheme}: ${one.value}` })
    } else {
      given.add(key)
      plan.identifiers.push({ ...one, organisationId: id })
    }
  }
}

/** A row about a body on record: what it changes there, if this importer may change it. */
export function planChange({ wish }: Node, match: Match, place: Place, work: PlanWork): void {
  const { plan, report, known, given } = work
  const { kept } = work.options
  const { existing, by } = match
  const { change, names, identifiers, taken } = changesOf(wish, match, place, known)
  const fresh = identifiers.filter((one) => !given.has(`${one.scheme} ${one.value}`))
  const line = { line: wish.line, name: wish.name, as: existing.name, by }
  for (const one of taken)
    plan.notes.push({ line: wish.line, reason: 'identifier-taken', text: `${one.scheme}: ${one.value}` })
  if (Object.keys(change).length + names.length + fresh.length === 0) {
    noteOutcome(report, 'unchanged')
    plan.lines.push({ ...line, outcome: 'unchanged' })
    return
  }
  if (kept !== 'all' && !kept.has(existing.id)) {
    noteRefusal(report, { line: wish.line, reason: 'rejected', detail: existing.name })
    plan.notes.push({ line: wish.line, reason: 'not-kept', text: existing.name })
    plan.lines.push({ ...line, outcome: 'refused' })
    return
  }
  plan.changes.push({ id: existing.id, line: wish.line, version: existing.version + 1, change })
  plan.names.push(...names)
  for (const one of fresh) {
    given.add(`${one.scheme} ${one.value}`)
    plan.identifiers.push({ ...one, organisationId: existing.id })
  }
  noteOutcome(report, 'updated')
  plan.lines.push({ ...line, outcome: 'updated' })
}
