import type { ExchangeTarget, ExchangeTask, ProgrammeExchange } from './exchange-format.ts'

/** Something that one field alone cannot show: `at` is the path in the file, `says` what is wrong there. */
export interface ExchangeProblem {
  at: string
  says: string
}

/** Problems between rows of a file that already satisfies the schema: doubled keys, keys of nothing, broken moves. */
export function exchangeProblems(file: ProgrammeExchange): ExchangeProblem[] {
  const known = keysOf(file)
  return [...doubledKeys(file), ...unknownKeys(file, known), ...(file.tasks ?? []).flatMap(brokenMoves)]
}

const lists = ['organisations', 'services', 'territories', 'objectives', 'tasks', 'questions'] as const
const more = ['reportingMechanisms', 'commitments'] as const
type List = (typeof lists)[number] | (typeof more)[number]

function keysOf(file: ProgrammeExchange): Record<List, Set<string>> {
  const entries = [...lists, ...more].map((list) => [list, new Set((file[list] ?? []).map((row) => row.key))])
  return Object.fromEntries(entries)
}

function doubledKeys(file: ProgrammeExchange): ExchangeProblem[] {
  return [...lists, ...more].flatMap((list) => {
    const keys = (file[list] ?? []).map((row) => row.key)
    return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => ({ at: `${list}.${key}`, says: 'key twice' }))
  })
}

/** Which list each field that holds a key points to; fields are named alike wherever they stand. */
const pointsTo: Record<string, List> = {
  organisation: 'organisations',
  party: 'organisations',
  owner: 'organisations',
  members: 'organisations',
  mergedInto: 'organisations',
  responsible: 'organisations',
  accountable: 'organisations',
  consulted: 'organisations',
  informed: 'organisations',
  requestedBy: 'organisations',
  decidedBy: 'organisations',
  waitingOn: 'organisations',
  by: 'organisations',
  verifiedBy: 'organisations',
  service: 'services',
  territory: 'territories',
  question: 'questions',
  task: 'tasks',
  reporting: 'reportingMechanisms',
}

function unknownKeys(file: ProgrammeExchange, known: Record<List, Set<string>>): ExchangeProblem[] {
  const problems: ExchangeProblem[] = []
  const expect = (list: List, value: unknown, at: string) => {
    for (const key of [value].flat())
      if (typeof key === 'string' && !known[list].has(key)) problems.push({ at, says: `no ${list} row "${key}"` })
  }
  const walk = (value: unknown, at: string, list: List | undefined) => {
    if (typeof value !== 'object' || value === null) return
    for (const [field, inner] of Object.entries(value)) {
      const here = at === '' ? field : `${at}.${field}`
      const points = pointsTo[field] ?? ownList(field, here, list)
      if (points && isKeys(inner)) expect(points, inner, here)
      else walk(inner, here, at === '' ? (field as List) : list)
    }
  }
  walk(file, '', undefined)
  return problems
}

/** `parent`, `to`, `from` and the lists of keys inside a row mean something else in each list. */
function ownList(field: string, at: string, list: List | undefined): List | undefined {
  if (field === 'parent') return list
  if (field === 'objectives' || field === 'tasks') return list === undefined ? undefined : field
  if (at.includes('.links.') && field === 'to') return 'objectives'
  if (at.includes('.inherited.') && field === 'from') return 'tasks'
  if (at.includes('.handovers.') && (field === 'from' || field === 'to')) return 'organisations'
  return undefined
}

function isKeys(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
}

/** Moves must lead, link by link, from the first target to the current one. */
function brokenMoves(task: ExchangeTask): ExchangeProblem[] {
  const moves = task.moves ?? []
  const stops = [task.baselineTarget, ...moves.map((move) => move.to)]
  const linked = moves.every((move, i) => sameTarget(move.from, stops[i]))
  if (linked && sameTarget(stops.at(-1), task.currentTarget ?? task.baselineTarget)) return []
  return [{ at: `tasks.${task.key}.moves`, says: 'do not lead from the first target to the current one' }]
}

function sameTarget(one: ExchangeTarget | undefined, other: ExchangeTarget | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
