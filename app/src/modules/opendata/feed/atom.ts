import type { Lang } from '#kernel/reason.ts'

export type FeedEntry = { id: string; title: string; updated: string; href: string; kind: string; kindName: string }
export type Feed = {
  id: string
  title: string
  lang: Lang
  updated: string
  self: string
  alternate: string
  author: string
  entries: FeedEntry[]
}

/** RFC 4287. Days are told as the midnight that begins them, where the jurisdiction's deadlines run. */
export function atom(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    `<id>${xml(feed.id)}</id>`,
    `<title>${xml(feed.title)}</title>`,
    `<updated>${midnight(feed.updated)}</updated>`,
    `<author><name>${xml(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(feed.alternate)}"/>`,
    ...feed.entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf({ id, title, updated, href, kind, kindName }: FeedEntry): string {
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${midnight(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
    `<category term="${xml(kind)}" label="${xml(kindName)}"/>`,
    '</entry>',
  ].join('\n')
}

function midnight(day: string): string {
  return `${day}T00:00:00+07:00`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** Text in XML; what XML cannot hold (control characters, halves of pairs) becomes the sign of the unreadable. */
export function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (one) => marks[one]!)
}
