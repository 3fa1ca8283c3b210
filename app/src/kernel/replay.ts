import type { ReadTx } from './database.ts'
import type { JsonObject } from './schema.ts'

/** What the public log tells of one event: the public fields of its entry, or a disclosure that its entry commits to. */
export type ToldEvent = {
  number: number
  name: string
  programme: string | null
  owner: string | null
  /** No id where it would name a person. */
  subject: { kind: string; id: string | null; version: number | null }
  /** In Jakarta. */
  day: string
  payload: JsonObject
}

/** A code, an id, a day or a number; never words. */
export type Fact = string | number | boolean | null

/** What one event says of one record. Undefined: events of its time did not tell it, so neither does the log. */
export type Said = {
  id: string
  /** It made the record. */
  begins?: true
  /** Each stands until another event says another. */
  values?: Record<string, Fact | undefined>
  /** Each line joins those before it. */
  lines?: Record<string, readonly string[] | undefined>
}

/** The same of one record, as the tables have it that indicators are computed from. */
export type Standing = {
  id: string
  programme: string | null
  values: Record<string, Fact>
  lines: Record<string, string[]>
}

/** How the events of one kind of record tell what indicators are computed from; modules.ts lists them. */
export type Replay = {
  kind: string
  table: string
  /** Indicators and conditions that read it: `F2`, `D1 a`. */
  serves: readonly string[]
  /** By name of event. A record of another kind may be told of too: of each programme, who holds its seats. */
  tells: Record<string, (event: ToldEvent) => Said | Said[]>
  /** Where an event names the record, if not as its subject: its `programme`, or this field of its payload. */
  by?: string
  /** Events that are closed when they happen and told by another one later: they leave no gap. */
  toldLater?: readonly string[]
  /** Public records after an id, in order of their ids. */
  standing(tx: ReadTx, after: string, most: number): Promise<Standing[]>
  /** Tables that the same indicators read and no event tells, and why. */
  untold?: Record<string, string>
}

/** A fact of a payload; undefined where it has none. */
export function factIn(payload: JsonObject, name: string): Fact | undefined {
  const value = payload[name]
  return value === undefined || (typeof value === 'object' && value !== null) ? undefined : value
}

/** A list of a payload; undefined where it has none. */
export function listIn(payload: JsonObject, name: string): string[] | undefined {
  const value = payload[name]
  return Array.isArray(value) ? value.map(String) : undefined
}

/** One line of facts, to be compared: what there is none of stays visible. */
export function line(...facts: (Fact | undefined)[]): string {
  return facts.map((fact) => (fact === null || fact === undefined ? '-' : String(fact))).join(' ')
}
