import type { Lang, Text } from '#kernel/reason.ts'
import type { HistoryRow } from './happening.ts'
import { programmePaths } from './paths.ts'
import { eventWords } from './words/events.ts'

/** Readable names of this module's events. */
export const programmeEventNames: Record<string, Text> = Object.fromEntries(
  Object.keys(eventWords.id).map((name) => [
    name,
    (lang: Lang) => eventWords[lang][name as keyof typeof eventWords.id],
  ]),
)

type Names = {
  eventNames: Record<string, Text>
  linkTo(subject: { kind: string; id: string }, slug: string): string | undefined
}

/** Codes of the events whose readable name holds the words. */
export function eventsNamed(lang: Lang, q: string, names: Pick<Names, 'eventNames'>): string[] {
  const all = { ...names.eventNames, ...programmeEventNames }
  const wanted = q.trim().toLowerCase()
  return Object.keys(all).filter((name) => all[name]!(lang).toLowerCase().includes(wanted))
}

/** The event as a person reads it: its name (or its code, where nobody named it) and the page of what it is about. */
export function namedEvent<R extends HistoryRow>(
  lang: Lang,
  row: R,
  slug: string,
  names: Names,
): R & { what: string; href?: string } {
  const name = programmeEventNames[row.name] ?? names.eventNames[row.name]
  const subject = { kind: row.subject_kind, id: row.subject_id }
  return { ...row, what: name ? name(lang) : row.name, href: ownLink(subject, slug) ?? names.linkTo(subject, slug) }
}

function ownLink({ kind, id }: { kind: string; id: string }, slug: string): string | undefined {
  if (kind === 'programme') return programmePaths.programme(slug)
  if (kind === 'party') return programmePaths.parties(slug)
  if (kind === 'seat' || kind === 'grant') return programmePaths.seats(slug)
  if (kind === 'charter') return programmePaths.charter(slug)
  if (kind === 'commitment') return programmePaths.commitment(slug, id)
  return undefined
}
