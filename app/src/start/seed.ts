import type { JobActor } from '#kernel/access.ts'
import { seedCalendar } from '#kernel/calendar/stored.ts'
import { type ReadTx, readAs, type Tx, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import type { Deps } from '#kernel/web/request.ts'
import { loadTerritories } from '#modules/directory/load-territories.ts'
import { type DemoSignIn, demoSignIns, seedWorld } from '#world/seed.ts'
import { installation, settleExample } from './example.ts'

const seeder: JobActor = { kind: 'job', job: 'seed', classes: ['public'] }

/** First start: the working-day calendar and the administrative areas; and, unless MUFAKAT_DEMO=off, the example world. Returns its sign-ins. */
export async function seedFirstStart(deps: Deps, say: (message: string) => void): Promise<DemoSignIn[]> {
  const now = deps.clock()
  await writeAs(deps.jobs, seeder, now, (tx) => seedCalendar(tx, now))
  const { areas, changed } = await loadTerritories(deps.jobs, now)
  if (changed > 0) say(`${areas} administrative areas of Indonesia loaded`)
  await settleExample(deps, say)
  if (deps.config.MUFAKAT_DEMO === 'off') return []
  const state = await readAs(deps.jobs, seeder, now, seedState)
  if (state === 'interrupted') throw new Error(interrupted(deps))
  if (state === 'seeded') return demoSignIns
  if (state === 'in use') return []
  say('first start: making the example data …')
  await writeAs(deps.jobs, seeder, now, (tx) => note(tx, 'example.begun', now))
  const signIns = await seedWorld(deps, say)
  await writeAs(deps.jobs, seeder, now, (tx) => note(tx, 'example.seeded', now))
  return signIns
}

type SeedState = 'empty' | 'interrupted' | 'seeded' | 'in use'

async function seedState(tx: ReadTx): Promise<SeedState> {
  const events = await tx.selectFrom('events').select('name').where('subject_id', '=', installation).execute()
  const names = events.map((event) => event.name)
  if (names.includes('example.seeded')) return 'seeded'
  if (names.includes('example.begun')) return 'interrupted'
  const people = await tx.selectFrom('people').select('id').limit(1).execute()
  return people.length === 0 ? 'empty' : 'in use'
}

function note(tx: Tx, name: string, now: Date) {
  const subject = { subjectKind: 'installation', subjectId: installation }
  return appendEvent(tx, seeder, now, { name, programmeId: null, class: 'public', ...subject })
}

function interrupted(deps: Deps): string {
  const remedy = deps.config.DATABASE_URL ? 'empty the database' : `delete the folder ${deps.config.dataDir}`
  return `The example data was left half made by an earlier start: ${remedy} and start again.`
}
