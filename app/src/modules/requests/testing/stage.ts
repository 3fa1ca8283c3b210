import { type Actor, visitor } from '#kernel/access.ts'
import { seedCalendar } from '#kernel/calendar/stored.ts'
import { jakartaDate, writeAs } from '#kernel/database.ts'
import type { Module } from '#kernel/module.ts'
import { type Operation, run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { linkToken, newTicket } from '../link.ts'
import { requestsModule } from '../module.ts'
import { type Filed, fileRequest } from '../operations/file-request.ts'
import { registerRequest } from '../operations/register-request.ts'

export const secretName = 'Siti Rahasiawati'
export const secretNik = '3273015708850001'
export const secretMail = 'siti.rahasia@contoh.example'
export const secretWords = 'Saya tetangga posyandu Melati dan ingin daftar alat ukurnya.'

/** What an honest requester sends, without the ticket. */
export const filled = {
  asked: secretWords,
  purpose: 'Untuk rapat warga.',
  manner: 'mail',
  kind: 'person',
  name: secretName,
  identityKind: 'nik',
  identityNumber: secretNik,
  email: secretMail,
  address: 'Jalan Rahasia 7, Mekarsari',
}

/** A programme with its cast and calendar, the pages of this module, and short ways to act at a moment of the story. */
export async function stage(options: { now?: Date; modules?: Module[] } = {}) {
  const now = options.now ?? new Date('2026-11-02T03:00:00Z')
  const db = await testDatabase()
  const story = await cast(db, { now })
  await writeAs(db.jobs, { kind: 'job', job: 'seed', classes: ['public'] }, now, (tx) => seedCalendar(tx, now))
  const site = testSite(db, [requestsModule, ...(options.modules ?? [])], { now })
  const { secret } = site.deps

  const act = <R>(declared: object, input: object, actor: Actor = story.actors.informationOfficer) =>
    run(declared as Operation, input, {
      db: db.app,
      actor,
      now: site.time.now,
      today: jakartaDate(site.time.now),
    }) as Promise<Outcome<R>>

  const done = async <R>(declared: object, input: object, actor?: Actor): Promise<R> => {
    const outcome = await act<R>(declared, input, actor)
    // Two acts are never at the same moment.
    site.time.now = new Date(site.time.now.getTime() + 1000)
    if (outcome.kind !== 'done') throw new Error(saying(outcome))
    return outcome.value
  }

  /** A ticket as the form got it ten seconds ago. */
  const ticket = () => newTicket(secret, new Date(site.time.now.getTime() - 10_000))
  const file = async (fields: object = {}, actor: Actor = visitor) => {
    const input = { ...filled, programme: story.slug, ticket: ticket(), ...fields }
    const { id } = await done<Filed>(fileRequest(secret), input, actor)
    return { id, token: linkToken(secret, id) }
  }
  const register = (id: string) =>
    done(registerRequest, { request: id, subject: 'Daftar alat ukur posyandu', purpose: 'Rapat warga' })
  const filedAndRegistered = async (fields: object = {}) => {
    const filed = await file(fields)
    await register(filed.id)
    return filed
  }

  /** Moves the clock of the story to a day, 10.00 in Jakarta. */
  const on = (day: string) => {
    site.time.now = new Date(`${day}T03:00:00Z`)
  }
  const row = async (id: string) =>
    (await db.admin.pool.query('select * from information_requests where id = $1', [id])).rows[0]
  return { db, ...story, site, secret, act, done, ticket, file, register, filedAndRegistered, on, row, visitor }
}
export type Stage = Awaited<ReturnType<typeof stage>>

/** The sentence that a refusal says, in Indonesian. */
export function saying(outcome: Outcome<unknown>): string {
  if (outcome.kind === 'denied' || outcome.kind === 'conflict') return outcome.reason.text('id')
  if (outcome.kind === 'invalid') return outcome.problems.map((one) => `${one.field}: ${one.text('id')}`).join('; ')
  return outcome.kind
}

export const refusal = {
  outcome: 'refused',
  ground: '17h',
  withheld: 'Kolom nama kader dalam daftar.',
  harm: 'Kader dapat diganggu di rumahnya.',
  weighing: 'Umum memerlukan jumlah alat, bukan nama kader.',
  partial: 'Seluruh daftar melekat pada nama kader.',
}
