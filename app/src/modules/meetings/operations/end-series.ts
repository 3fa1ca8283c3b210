import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayExtend } from '../meeting.ts'
import { lockSeries } from '../store/meetings.ts'
import { endSeriesOn } from '../store/write-meetings.ts'
import { told } from './acting.ts'

/** No further meetings come of it; those that are planned stay until somebody cancels them. */
export const endSeries = operation({
  name: 'end-series',
  summary: both('Mengakhiri rapat berkala', 'End a series of meetings'),
  input: z.strictObject({ series: z.uuid() }),
  load: (tx, input) => lockSeries(tx, input.series),
  policy: (actor, series) => mayExtend(actor, series),
  async change(tx, { subject: series, today }) {
    await endSeriesOn(tx, series.id, today)
    return changed(
      { series: series.id },
      { ...told('meeting-series.ended', series, { on: today }), subjectKind: 'meeting-series' },
    )
  },
})
