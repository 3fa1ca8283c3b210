import { addDays } from '#kernel/calendar.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { type TestDatabase, testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { type Monitoring, monitoring } from '../module.ts'
import { addFacts, type Fact, factRows, factTable, meanOfFacts, signalsOf, testProgrammes } from './facts.ts'

export type World = {
  db: TestDatabase
  cast: Cast
  module: Monitoring
  site: ReturnType<typeof testSite>
  /** A weekly evaluation on that day, recorded on that day. */
  week(at: string): Promise<{ id: string; fired: string[]; cleared: string[] }>
  facts(...facts: Fact[]): Promise<string[]>
}

/** A programme, its people, and monitoring over a table of facts; the clock stands at noon of the cast's day. */
export async function factWorld(options: { slug?: string } = {}): Promise<World> {
  const db = await testDatabase()
  const people = await cast(db, options)
  await factTable(db)
  const conditions = [
    meanOfFacts('D1', 'a'),
    meanOfFacts('D1', 'c'),
    meanOfFacts('D3', 'b'),
    meanOfFacts('D5', 'e', true),
  ]
  const module = monitoring({
    signals: [signalsOf(['F1', 'F2'], conditions)],
    describeRows: [factRows],
    programmes: testProgrammes,
  })
  const site = testSite(db, [module], { now: people.now })
  return {
    db,
    cast: people,
    module,
    site,
    facts: (...facts) => addFacts(db, people, facts),
    async week(at) {
      const now = new Date(`${at}T10:00:00Z`)
      const deps = { jobs: db.jobs, clock: () => now }
      return (await module.evaluateProgramme(deps, people.programmeId, at, 'weekly'))!
    },
  }
}

/** Facts on consecutive days that end at `last`; the first `counted` of them count. */
export function manyFacts(subject: string, last: string, count: number, counted = count): Fact[] {
  return Array.from({ length: count }, (_, index) => ({
    subject,
    on: addDays(last, -index),
    counted: index < counted,
    title: `${subject} nomor ${index + 1}`,
  }))
}
