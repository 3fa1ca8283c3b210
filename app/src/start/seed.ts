import { seedCalendar } from '#kernel/calendar/stored.ts'
import { writeAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import type { Background } from './background.ts'

export type DemoSignIn = { email: string; password: string; role: string }

/** First start: the working-day calendar; and, unless MUFAKAT_DEMO=off, the example world. */
export async function seedFirstStart(
  deps: Deps,
  _background: Background,
  _say: (message: string) => void,
): Promise<DemoSignIn[]> {
  const seeder = { kind: 'job', job: 'seed', classes: ['public'] } as const
  await writeAs(deps.jobs, seeder, deps.clock(), (tx) => seedCalendar(tx, deps.clock()))
  return []
}
