import type { ReadTx } from '#kernel/database.ts'
import type { Text } from '#kernel/reason.ts'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import type { Fact } from '#ui/facts.tsx'
import type { Child } from '#ui/jsx/element.ts'
import type { Levels } from '#ui/seven.tsx'
import type { NavItem, View } from '#ui/view.ts'
import type { Programme } from './programme.ts'
import type { ReportFiles } from './report-files.ts'

/** How a programme stands, as monitoring computed it; home and list show it on the card. */
export type Standing = {
  /** Level of the lead indicator of each of the seven benefits. */
  levels: Levels
  /** How many of all its indicators stand at each level; those that cannot be judged are in none. */
  judged: { good: number; watch: number; poor: number }
  /** Open obstacles, how many of them are severe, and how many have an active mitigation. */
  obstacles: { open: number; severe: number; treated: number }
}

/** What surrounds the words of a section: heading, finding, link. Ids become anchors of the jump list. */
export type SectionView = { intro?: Child; more?: NavItem; count?: number; body: Child }

/**
 * A further part of the programme page, supplied by a module of a higher tier. `load` runs in the page's own
 * transaction, as the reader; undefined leaves the section out. `facts` go to the list below the title.
 */
export type ProgrammeSection<D = unknown> = {
  order: number
  id: string
  title: Text
  load(tx: ReadTx, programme: Programme, request: PageRequest): Promise<D | undefined>
  facts?(data: D, view: View, programme: Programme): Fact[]
  /** Left out: the section only adds facts. */
  render?(data: D, view: View, programme: Programme): SectionView
  /** What the JSON API tells: the data as loaded unless told. */
  json?(data: D, request: PageRequest): unknown
}

/** What the sections tell in the JSON API, by their ids; `npm run answers` finds the shape of each where it is declared. */
export type SectionAnswers = { [id: string]: unknown }

/** Keeps the type of a section's data inside it, so that sections of many kinds fit one list. */
export function programmeSection<D>(section: ProgrammeSection<D>): ProgrammeSection {
  return section as unknown as ProgrammeSection
}

/** What higher modules add to the pages of programmes; composed in app.ts. */
export type ProgrammeExtensions = {
  standingOf(tx: ReadTx, programmeIds: string[], request: PageRequest): Promise<Map<string, Standing>>
  sections: ProgrammeSection[]
  /** On the page of a commitment. */
  commitmentSections: RecordSection[]
  /** Files that a report on a commitment may name. */
  reportFiles: ReportFiles
  /** Readable names of other modules' events, by event name. */
  eventNames: Record<string, Text>
  /** Where a record of another module is shown, for links in the history. */
  linkTo(subject: { kind: string; id: string }, slug: string): string | undefined
  /** The Atom feed of a programme, so that feed readers find it from its page. */
  feedHref?(slug: string): string
}

export const noExtensions: ProgrammeExtensions = {
  standingOf: async () => new Map(),
  sections: [],
  commitmentSections: [],
  reportFiles: async () => [],
  eventNames: {},
  linkTo: () => undefined,
}
