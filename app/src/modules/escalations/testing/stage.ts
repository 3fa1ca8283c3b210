import type { Actor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { type EscalationLinks, noLinks } from '../links.ts'
import { escalationsModule } from '../module.ts'
import { raiseEscalation } from '../operations/raise-escalation.ts'

/** A programme with its cast, the pages of this module, and short ways to act at a moment of the story. */
export async function stage(links: Partial<EscalationLinks> = {}) {
  const db = await testDatabase()
  const story = await cast(db)
  const given = { ...noLinks, ...links }
  const site = testSite(db, [escalationsModule(given)], { now: story.now })
  const { owner, other } = story.organisations

  const act = <R>(declared: object, input: object, actor: Actor) => {
    const context = { db: db.app, actor, now: site.time.now, today: jakartaDate(site.time.now) }
    return run(declared as Operation, input, context) as Promise<Outcome<R>>
  }

  const done = async <R>(declared: object, input: object, actor: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    if (outcome.kind !== 'done') throw new Error(`${outcome.kind}: ${saying(outcome)}`)
    return outcome.value
  }

  const asked = {
    programme: story.slug,
    question: 'Siapa yang menanggung angkutan alat ukur?',
    tried: 'Dua rapat dan tiga surat.',
    to: [other.id],
  }

  /** Raised by an officer of the owner to the head of the other party, unless told otherwise. */
  const raise = async (fields: object = {}, actor: Actor = story.actors.officer) =>
    (await done<{ escalation: string }>(raiseEscalation(given), { ...asked, ...fields }, actor)).escalation

  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  return { db, ...story, site, links: given, owner, other, asked, act, done, raise, on }
}

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}
