import type { z } from 'zod'
import type { PersonActor } from '#kernel/access.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#kernel/calendar.ts'
import { jakartaDate, writeAs } from '#kernel/database.ts'
import { type Operation, run } from '#kernel/operation.ts'
import { personActor } from '#kernel/session.ts'
import type { Deps } from '#kernel/web/request.ts'

const dayMs = 86_400_000

/** Tells a story by running the product's own operations as its people, with a clock that the story moves. */
export type Teller = {
  /** Day number of the story → 'YYYY-MM-DD', the last working day up to it: offices are closed on the others. */
  dateOf(day: number): string
  /** The day itself, for what runs on any day of the week. */
  calendarDate(day: number): string
  /** The moment the story has reached. */
  now(): Date
  /** Moves the clock to a day of the story; it never goes back. */
  goTo(day: number): void
  /** Runs one operation as a person; anything but "done" ends the story with the reason. */
  act<Schema extends z.ZodObject, S, R>(
    personId: string,
    operation: Operation<Schema, S, R>,
    input: z.input<Schema>,
    /** The version of the record that the person saw. */
    seenVersion?: number,
  ): Promise<R>
}

/** `lastDay` is today for the reader: day 365 of the story falls on it. */
export function createTeller(deps: Deps, calendar: WorkCalendar, lastDay: Date, length = 365): Teller {
  const firstDay = new Date(lastDay.getTime() - length * dayMs)
  let now = at(0)
  let actors = new Map<string, PersonActor>()

  function calendarDate(day: number): string {
    return jakartaDate(new Date(firstDay.getTime() + day * dayMs))
  }

  function dateOf(day: number): string {
    const date = calendarDate(day)
    return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, -1)
  }

  /** Each day begins at nine in the morning in Jakarta; each act takes a minute. */
  function at(day: number): Date {
    return new Date(`${dateOf(day)}T02:00:00Z`)
  }

  async function actorOf(personId: string): Promise<PersonActor> {
    const known = actors.get(personId)
    if (known) return known
    const reader = { kind: 'job', job: 'story', classes: ['public'] } as const
    const found = await writeAs(deps.jobs, reader, now, (tx) => personActor(tx, personId, now))
    if (!found) throw new Error(`the story knows no person ${personId}`)
    actors.set(personId, found)
    return found
  }

  return {
    dateOf,
    calendarDate,
    now: () => now,
    goTo(day) {
      const next = at(day)
      if (next <= now) return
      now = next
      actors = new Map()
    },
    async act(personId, operation, input, seenVersion) {
      now = new Date(now.getTime() + 60_000)
      const context = { db: deps.db, actor: await actorOf(personId), now, today: jakartaDate(now), seenVersion }
      const outcome = await run(operation, input, context)
      // Seats are given by operations, so what a person may do can change with each of them.
      if (/seat|party|programme/.test(operation.name)) actors = new Map()
      if (outcome.kind === 'done') return outcome.value
      throw new Error(`${operation.name}: ${told(outcome)} (${JSON.stringify(input)})`)
    },
  }
}

function told(outcome: Exclude<Awaited<ReturnType<typeof run>>, { kind: 'done' }>): string {
  if (outcome.kind === 'missing') return 'missing'
  if (outcome.kind === 'invalid') return outcome.problems.map(({ field, text }) => `${field}: ${text('en')}`).join('; ')
  return outcome.reason.text('en')
}
