import type { Lang } from '#kernel/reason.ts'
import type { CalendarEntry } from './ical.ts'
import type { Milestone } from './links.ts'
import { linkedTitle } from './links.ts'
import { type Meeting, titleIn } from './meeting.ts'
import { meetingPaths } from './paths.ts'
import { endOf } from './zone.ts'

/** Names an entry for good, whichever feed or mail it travels in. */
export function uidOf(id: string, baseUrl: string): string {
  return `${id}@${new URL(baseUrl).hostname}`
}

type Shown = Meeting & { changed: Date }

/** `link` only for members: where there is one it stands in the entry. */
export function meetingEntry(
  meeting: Shown,
  { lang, baseUrl, link }: { lang: Lang; baseUrl: string; link?: string | null },
): CalendarEntry {
  const url = `${baseUrl}${meetingPaths.one(meeting.id)}`
  return {
    uid: uidOf(meeting.id, baseUrl),
    changed: meeting.changed,
    start: meeting.starts_at,
    end: endOf(meeting.starts_at, meeting.length_minutes),
    title: titleIn(lang, meeting).text,
    description: [link, url].filter(Boolean).join('\n'),
    place: meeting.place ?? link ?? undefined,
    url,
    sequence: meeting.sequence,
    cancelled: meeting.state === 'cancelled',
  }
}

export function milestoneEntry(
  milestone: Milestone,
  { lang, baseUrl }: { lang: Lang; baseUrl: string },
): CalendarEntry {
  return {
    uid: uidOf(milestone.id, baseUrl),
    changed: milestone.changed,
    start: milestone.due,
    title: linkedTitle(milestone, lang).text,
    url: `${baseUrl}${milestone.href}`,
  }
}
