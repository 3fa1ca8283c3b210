import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import type { ReadTx } from '../database.ts'
import type { PageRequest } from './request.ts'

/**
 * What another module puts on the desk of the signed-in person, below their tasks: `load` reads as that person, and
 * undefined leaves it out.
 */
export type DeskPart<D = unknown> = {
  order: number
  load(tx: ReadTx, request: PageRequest<unknown>): Promise<D | undefined>
  render(data: D, view: View): Child
}

/** Keeps the type of a part's data inside it, so that parts of many kinds fit one list. */
export function deskPart<D>(part: DeskPart<D>): DeskPart {
  return part as unknown as DeskPart
}

export type LaidPart = { part: DeskPart; data: unknown }

export async function layDesk(tx: ReadTx, request: PageRequest<unknown>, parts: DeskPart[]): Promise<LaidPart[]> {
  const loaded = await Promise.all(parts.map(async (part) => ({ part, data: await part.load(tx, request) })))
  return loaded.filter(({ data }) => data !== undefined).sort((a, b) => a.part.order - b.part.order)
}
