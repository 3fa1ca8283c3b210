import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayExtend } from '../meeting.ts'
import { countOfSeries, linkOf, lockSeries } from '../store/meetings.ts'
import { by, told } from './acting.ts'
import { mostAtOnce, planOccurrences } from './planning-series.ts'

export const extendSeries = operation({
  name: 'extend-series',
  summary: both('Menjadwalkan rapat berikutnya dari rapat berkala', 'Plan the next meetings of a series'),
  input: z.strictObject({ series: z.uuid(), count: z.number().int().min(1).max(mostAtOnce) }),
  load: (tx, input) => lockSeries(tx, input.series),
  policy: (actor, series) => mayExtend(actor, series),
  async change(tx, context) {
    const { input, subject: series } = context
    const from = await countOfSeries(tx, series.id)
    const link = await linkOf(tx, { seriesId: series.id })
    const events = await planOccurrences(tx, by(context), series, link, { from, count: input.count })
    const extended = told('meeting-series.extended', series, { meetings: events.length })
    return changed({ series: series.id }, { ...extended, subjectKind: 'meeting-series' }, ...events)
  },
})
