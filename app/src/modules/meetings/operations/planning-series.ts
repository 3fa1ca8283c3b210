import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { occurrence } from '../cadence.ts'
import type { Series } from '../meeting.ts'
import { addLink, addMeeting, type By } from '../store/write-meetings.ts'
import { instantOf } from '../zone.ts'
import { told } from './acting.ts'

export const mostAtOnce = 26

type Planned = Omit<Series, 'version' | 'ended_on'>

/** Plans the meetings number `from` … of a series; those whose hour is over are left out. */
export async function planOccurrences(
  tx: Tx,
  by: By,
  series: Planned,
  link: string | null,
  { from, count }: { from: number; count: number },
): Promise<NewEvent[]> {
  const events: NewEvent[] = []
  const { programme_id, owner_id, lang, title, title_en, length_minutes, zone, place, heads, required_ids } = series
  const kind = series.class === 'public' ? ('public' as const) : ('members' as const)
  const shared = { programme_id, owner_id, lang, title, title_en, length_minutes, zone, place, heads, required_ids }
  for (let index = from; index < from + count; index += 1) {
    const starts_at = instantOf(occurrence(series.cadence, series.first_on, index), series.start_minute, zone)
    if (starts_at <= by.now) continue
    const id = await addMeeting(tx, by, { ...shared, class: kind, starts_at, series_id: series.id })
    if (link) await addLink(tx, by, { programme_id, owner_id, meeting_id: id }, link)
    const at = { startsAt: starts_at.toISOString(), series: series.id, heads, required: required_ids }
    events.push(told('meeting.planned', { id, programme_id, owner_id, class: kind }, at))
  }
  return events
}
