import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import type { ReadTx } from '../database.ts'
import type { PageRequest } from './request.ts'

export type SectionRecord = { id: string; programme: { id: string; slug: string } }

/** What another module puts at the foot of a record's page: `load` reads as the reader, undefined leaves it out. */
export type RecordSection<D = unknown> = {
  load(tx: ReadTx, record: SectionRecord, request: PageRequest<unknown>): Promise<D | undefined>
  render(data: D, view: View, request: PageRequest<unknown>): Child
}

/** Keeps the type of a section's data inside it, so that sections of many kinds fit one list. */
export function recordSection<D>(section: RecordSection<D>): RecordSection {
  return section as unknown as RecordSection
}

export type LaidSection = { section: RecordSection; data: unknown }

export async function laySections(
  tx: ReadTx,
  record: SectionRecord,
  request: PageRequest<unknown>,
  sections: RecordSection[],
): Promise<LaidSection[]> {
  const loaded = await Promise.all(
    sections.map(async (section) => ({ section, data: await section.load(tx, record, request) })),
  )
  return loaded.filter(({ data }) => data !== undefined)
}
