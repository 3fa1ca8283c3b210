import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import type { OrganisationName } from '#modules/directory/public.ts'
import { type ProgrammeHead, programmeById, programmeBySlug } from '#modules/programmes/public.ts'
import { type Conflict, mayControl, type StakesOf } from './conflict.ts'
import { type Declaration, type Interest, mayDeclare, type Standing, standingOn } from './interest.ts'
import { namesIn, readConflicts, readControlFacts } from './read-conflicts.ts'
import { type ControlReason, reasonsOf } from './store/controls.ts'
import { type Declarant, declarantsIn, declarationsOf, interestsOf, newestDeclarations, notesOf } from './store.ts'

export type Declared = { declaration?: Declaration; standing: Standing; interests: Interest[] }
export type RegisterRow = Declarant & Declared & { conflicts: Conflict[] }
export const registerSize = 25

export const registerOrders = ['person', 'organisation', 'standing'] as const
export type RegisterQuery = {
  q: string
  standing: Standing | ''
  sort: (typeof registerOrders)[number]
  dir: 'asc' | 'desc'
  page: number
}

export type RegisterData = {
  programme: ProgrammeHead
  rows: RegisterRow[]
  total: number
  valid: number
  /** Everyone of whom a declaration is asked, found or not. */
  asked: number
  query: RegisterQuery
}

export async function loadRegister(
  tx: ReadTx,
  { params, query, today }: PageRequest<RegisterQuery>,
  stakes: StakesOf[],
): Promise<RegisterData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const all = await declarantsIn(tx, programme.id, today)
  const ids = all.map((one) => one.id)
  const newest = await newestDeclarations(tx, ids, today)
  const valid = ids.filter((id) => standingOn(newest.get(id), today) === 'valid').length
  const found = inOrder(
    all.map((one) => ({ ...one, standing: standingOn(newest.get(one.id), today) })),
    query,
  )
  const shown = found.slice((query.page - 1) * registerSize, query.page * registerSize)
  const interests = await interestsOf(
    tx,
    shown.flatMap((one) => newest.get(one.id)?.id ?? []),
  )
  const { conflicts } = await readConflicts(tx, programme, shown, today, stakes)
  const rows = shown.map((person) => {
    const declaration = newest.get(person.id)
    const own = interests.filter((one) => one.declaration_id === declaration?.id)
    const met = conflicts.filter((one) => one.person_id === person.id)
    return { ...person, declaration, interests: own, conflicts: met }
  })
  return { programme, rows, total: found.length, valid, asked: all.length, query }
}

type Found = Declarant & { standing: Standing }
const standings: Standing[] = ['missing', 'run-out', 'valid']

/** A programme's people fit one page of memory: they are narrowed and ordered here. */
function inOrder(people: Found[], { q, standing, sort, dir }: RegisterQuery): Found[] {
  const wanted = q.toLowerCase()
  const key = (one: Found) => {
    if (sort === 'standing') return `${standings.indexOf(one.standing)} ${one.name}`
    return sort === 'person' ? one.name : `${one.organisation} ${one.name}`
  }
  const fitting = people.filter(
    (one) =>
      (!standing || one.standing === standing) &&
      `${one.name} ${one.post ?? ''} ${one.organisation}`.toLowerCase().includes(wanted),
  )
  const way = dir === 'asc' ? 1 : -1
  return fitting.toSorted((a, b) => way * key(a).localeCompare(key(b), 'id'))
}

/** A note with what tells the kernel that reading it may leave an event. */
export type Note = { id: string; class: 'restricted'; programme_id: string; owner_id: string; text: string }
export type PersonData = Declared & {
  programme: ProgrammeHead
  person: Declarant
  earlier: Declaration[]
  notes: Note[]
  conflicts: Conflict[]
  /** Why each control in force was decided, for those who may read it. */
  reasons: ControlReason[]
  names: Map<string, OrganisationName>
  /** Who could take over, and whether the reader may decide. */
  colleagues: Declarant[]
  may: Verdict
}

export async function loadPerson(
  tx: ReadTx,
  { params, actor, today }: PageRequest<unknown>,
  stakes: StakesOf[],
): Promise<PersonData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme || !isId(params.person ?? '')) return undefined
  const person = (await declarantsIn(tx, programme.id, today)).find((one) => one.id === params.person)
  if (!person) return undefined
  const [declaration, ...earlier] = await declarationsOf(tx, person.id)
  const interests = declaration ? await interestsOf(tx, [declaration.id]) : []
  const notes = await notesOf(
    tx,
    interests.map((one) => one.id),
  )
  const facts = { class: 'restricted' as const, programme_id: programme.id, owner_id: person.organisation_id }
  const controlled = (await readControlFacts(tx, programme.slug, person.id, today, stakes))!
  const { conflicts, colleagues } = controlled
  const [names, reasons] = await Promise.all([
    namesIn(tx, conflicts),
    reasonsOf(
      tx,
      conflicts.flatMap((one) => one.control?.id ?? []),
    ),
  ])
  return {
    programme,
    person,
    declaration,
    standing: standingOn(declaration, today),
    interests,
    earlier,
    notes: [...notes].map(([id, text]) => ({ id, ...facts, text })),
    conflicts,
    reasons,
    names,
    colleagues,
    may: mayControl(actor, controlled),
  }
}

export type MineData = Declared & {
  earlier: Declaration[]
  notes: Map<string, string>
  may: Verdict
  example: string | undefined
}

export async function loadMine(tx: ReadTx, actor: Actor, today: string): Promise<MineData | undefined> {
  if (actor.kind !== 'person') return undefined
  const [declaration, ...earlier] = await declarationsOf(tx, actor.personId)
  const interests = declaration ? await interestsOf(tx, [declaration.id]) : []
  const notes = await notesOf(
    tx,
    interests.map((one) => one.id),
  )
  const programmes = await Promise.all(actor.seats.map((seat) => programmeById(tx, seat.programmeId)))
  const example = programmes.find((one) => one?.example)?.example ?? undefined
  return {
    declaration,
    standing: standingOn(declaration, today),
    interests,
    earlier,
    notes,
    may: mayDeclare(actor),
    example,
  }
}
