import { seedCalendar } from '#kernel/calendar/stored.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { type DemoSignIn, demoSignIns, seedWorld } from '#world/seed.ts'

const seeder = { kind: 'job', job: 'seed', classes: ['public'] } as const

/** First start: the working-day calendar; and, unless MUFAKAT_DEMO=off, the example world. Returns its sign-ins. */
export async function seedFirstStart(deps: Deps, say: (message: string) => void): Promise<DemoSignIn[]> {
  await writeAs(deps.jobs, seeder, deps.clock(), (tx) => seedCalendar(tx, deps.clock()))
  if (deps.config.MUFAKAT_DEMO === 'off') return []
  const empty = await readAs(deps.jobs, seeder, deps.clock(), async (tx) => {
    const found = await tx.selectFrom('programmes').select('slug').limit(1).execute()
    return found.length === 0
  })
  if (empty) {
    say('first start: making the example data …')
    return seedWorld(deps, say)
  }
  return demoSignIns
}
