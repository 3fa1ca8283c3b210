import type { Reason, Text } from './reason.ts'

/** One thing that is wrong with one field ('' = with the whole form). */
export type Problem = { field: string; code: string; text: Text; spans?: Span[] }
/** A stretch of the field's text that the problem is about, [start, end) in UTF-16 units. */
export type Span = { kind: string; start: number; end: number; confidence: number }

/** One earlier change, told to the person whose form was overtaken by it. */
export type Overtaking = { event: string; at: string; personId: string | null }

/** How an operation ended. Mapped to HTTP once, in respond.ts. */
export type Outcome<R> =
  | { kind: 'done'; value: R }
  | { kind: 'invalid'; problems: Problem[] }
  | { kind: 'denied'; reason: Reason }
  | { kind: 'conflict'; reason: Reason; since: Overtaking[] }
  | { kind: 'missing' }

export const statusOf = { done: 200, invalid: 422, denied: 403, conflict: 409, missing: 404 } as const

export function problem(field: string, code: string, text: Text): Problem {
  return { field, code, text }
}
