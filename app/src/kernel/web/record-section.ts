import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import type { ReadTx } from '../database.ts'
import { isId } from '../ids.ts'
import type { PageRequest } from './request.ts'

/**
 * What another module puts on a record's page. `load` reads as the reader and knows the record by its id alone, so
 * that it is asked together with what the page itself asks; undefined leaves the section out.
 */
export type RecordSection<D = unknown> = {
  load(tx: ReadTx, recordId: string, request: PageRequest<unknown>): Promise<D | undefined>
  render(data: D, view: View, request: PageRequest<unknown>): Child
}

/** Keeps the type of a section's data inside it, so that sections of many kinds fit one list. */
export function recordSection<D>(section: RecordSection<D>): RecordSection {
  return section as unknown as RecordSection
}

/** The sections of a page, and the part of its path that names the record: `id` of `/decisions/:id`. */
export type PageSections = { param: string; sections: RecordSection[] }

export type LaidSection = { section: RecordSection; data: unknown }

export async function laySections(
  tx: ReadTx,
  { param, sections }: PageSections,
  request: PageRequest<unknown>,
): Promise<LaidSection[]> {
  const id = request.params[param] ?? ''
  if (!isId(id)) return []
  return Promise.all(sections.map(async (section) => ({ section, data: await section.load(tx, id, request) })))
}

/** In the order of the sections; null for one that is left out. */
export function renderSections(laid: LaidSection[], view: View, request: PageRequest<unknown>): Child[] {
  return laid.map(({ section, data }) => (data === undefined ? null : section.render(data, view, request)))
}
