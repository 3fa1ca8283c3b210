import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { cadences } from '../cadence.ts'
import { mayPlan } from '../meeting.ts'
import { addLink, addSeries } from '../store/write-meetings.ts'
import { instantOf, minuteOf } from '../zone.ts'
import { by, told, wrong } from './acting.ts'
import { loadProgramme, plan, plannedAs, planProblems } from './plan-input.ts'
import { mostAtOnce, planOccurrences } from './planning-series.ts'

export const startSeries = operation({
  name: 'start-series',
  summary: both('Memulai rapat berkala', 'Start a series of meetings'),
  input: z.strictObject({
    ...plan,
    cadence: z.enum(cadences),
    count: z.number().int().min(1).max(mostAtOnce),
  }),
  load: loadProgramme,
  policy: (actor, programme) => mayPlan(actor, programme),
  async change(tx, context) {
    const { input, subject: programme, now } = context
    const start_minute = minuteOf(input.clock)
    if (instantOf(input.day, start_minute, input.zone) <= now) return refused(wrong('day', 'inThePast'))
    const [first, ...more] = await planProblems(tx, input, programme.id)
    if (first) return refused(first, ...more)
    const series = {
      ...plannedAs(input, programme),
      cadence: input.cadence,
      first_on: input.day,
      start_minute,
    }
    const id = await addSeries(tx, by(context), series)
    if (input.link) await addLink(tx, by(context), { ...series, series_id: id }, input.link)
    const range = { from: 0, count: input.count }
    const events = await planOccurrences(tx, by(context), { ...series, id }, input.link ?? null, range)
    const started = told(
      'meeting-series.started',
      { ...series, id },
      { cadence: input.cadence, meetings: events.length },
    )
    return changed({ series: id }, { ...started, subjectKind: 'meeting-series' }, ...events)
  },
})
