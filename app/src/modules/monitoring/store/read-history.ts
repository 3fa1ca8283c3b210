import { addDays } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { DetectorWeek, IndicatorWeek } from '../reading.ts'

/** Values of a quarter ago, two quarters ago …, oldest first, the shown one last; missing ones are left out. */
export type Trends = Map<string, number[]>

const quarters = 5

/** For the given indicators, out of the weekly evaluations closest to each quarter's end. Two statements. */
export async function trendsOf(
  tx: ReadTx,
  programmeId: string,
  shown: { id: string; at: string },
  indicators: string[],
): Promise<Trends> {
  const first = addDays(shown.at, -91 * (quarters - 1) - 7)
  const weeks = await tx
    .selectFrom('evaluations')
    .select(['id', 'at'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'weekly')
    .where('at', '>=', first)
    .where('at', '<', shown.at)
    .orderBy('at')
    .execute()
  const chosen = [...quarterEnds(weeks, shown.at), shown.id]
  const rows = await tx
    .selectFrom('indicator_readings')
    .select(['evaluation_id', 'indicator', 'value'])
    .where('evaluation_id', 'in', chosen)
    .where('indicator', 'in', indicators)
    .where('status', '=', 'measured')
    .execute()
  const values = new Map(rows.map((row) => [`${row.evaluation_id} ${row.indicator}`, row.value]))
  return new Map(indicators.map((id) => [id, chosen.flatMap((evaluation) => values.get(`${evaluation} ${id}`) ?? [])]))
}

/** Ids of the evaluations within a week of each quarter before `at`, oldest first. */
function quarterEnds(weeks: { id: string; at: string }[], at: string): string[] {
  return Array.from({ length: quarters - 1 }, (_, index) => addDays(at, -91 * (quarters - 1 - index))).flatMap(
    (end) => {
      const near = weeks.filter((week) => week.at > addDays(end, -7) && week.at <= addDays(end, 3))
      return near.length > 0 ? [near.at(-1)!.id] : []
    },
  )
}

export const weeksShown = 26

/** Weekly readings of one indicator, newest first. */
export async function indicatorWeeks(
  tx: ReadTx,
  programmeId: string,
  indicator: string,
  page: number,
): Promise<{ weeks: IndicatorWeek[]; total: number }> {
  const own = tx
    .selectFrom('indicator_readings')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'weekly')
    .where('indicator', '=', indicator)
  const weeks = await own
    .select(['evaluations.id as evaluation', 'evaluations.at', 'k', 'n', 'value', 'level', 'status'])
    .orderBy('evaluations.at', 'desc')
    .limit(weeksShown)
    .offset((page - 1) * weeksShown)
    .execute()
  const { count } = await own.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { weeks: weeks as IndicatorWeek[], total: count }
}

/** The last weekly readings of one detector, newest first. */
export async function detectorWeeks(tx: ReadTx, programmeId: string, detector: string): Promise<DetectorWeek[]> {
  const rows = await tx
    .selectFrom('detector_readings')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .select(['evaluations.id as evaluation', 'evaluations.at', 'outcome', 'severity', 'value'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'weekly')
    .where('detector', '=', detector)
    .orderBy('evaluations.at', 'desc')
    .limit(weeksShown)
    .execute()
  return rows as DetectorWeek[]
}
