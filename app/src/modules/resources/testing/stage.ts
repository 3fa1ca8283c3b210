import type { Actor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { resourcesModule } from '../module.ts'
import { planBudgetLine } from '../operations/plan-budget-line.ts'

/** A programme with its cast, a ministry and two companies in the directory, and short ways to act. */
export async function stage() {
  const db = await testDatabase()
  const story = await cast(db)
  const site = testSite(db, [resourcesModule()], { now: story.now })
  const { owner, other } = story.organisations
  const body = async (name: string, kind: string) => {
    const row = { id: newId(story.now), name, kind, created_at: story.now }
    await db.admin.kysely.insertInto('organisations').values(row).execute()
    return row
  }
  const ministry = await body('Kementerian Contoh', 'agency')
  const companies = [await body('CV Sumber Contoh', 'business'), await body('PT Lain Contoh', 'business')] as const

  /** Each act a second later, so that rows keep their order. */
  const act = <R>(declared: object, input: object, actor: Actor) => {
    site.time.now = new Date(site.time.now.getTime() + 1000)
    const context = { db: db.app, actor, now: site.time.now, today: jakartaDate(site.time.now) }
    return run(declared as Operation, input, context) as Promise<Outcome<R>>
  }
  const done = async <R = { slug: string; id: string }>(declared: object, input: object, actor: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${saying(outcome)}`)
    return outcome.value
  }

  let count = 0
  /** Planned by an officer of the owner with the ministry's money, unless told otherwise. */
  const plan = async (fields: object = {}, actor: Actor = story.actors.officer) => {
    const asked = { slug: story.slug, code: `1.02.${++count}`, title: 'Makanan tambahan', source: ministry.name }
    return (await done(planBudgetLine, { ...asked, fiscalYear: 2026, planned: 1_000_000, ...fields }, actor)).id
  }
  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  return { db, ...story, site, owner, other, ministry, companies, act, done, plan, on }
}

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}
