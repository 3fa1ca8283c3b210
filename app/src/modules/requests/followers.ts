import type { JobActor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { appendEvents, type NumberedEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import { formatDate } from '#ui/language.ts'
import { linkPurpose } from './link.ts'
import { requestPaths } from './paths.ts'
import { codeOf, type InformationRequest } from './request.ts'
import { emailPlace } from './sealed.ts'
import { addresseeOf, officersOn, queueLinkMail, recountDeadlines, seatedOn, superiorsOf } from './store/jobs.ts'
import { readRequest } from './store/read.ts'
import { words } from './words.ts'

const prefix = 'information-request.'
const toRequester = ['received', 'extended', 'paused', 'forwarded', 'answered', 'objected', 'reconsidered'] as const
const toStaff = ['received', 'resumed', 'handed', 'returned', 'objected', 'reconsidered'] as const
type ToRequester = (typeof toRequester)[number]
type ToStaff = (typeof toStaff)[number]

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

type Options = { baseUrl: string; clock: () => Date }

/**
 * Tells the requester, by the address they gave and with their secret link, and those who have to act. The name is the
 * one that the database gives the sealed address to; it reads nothing else of the requester and opens nothing.
 */
export function requestMails(options: Options): Follower {
  return {
    name: 'information-request-mails',
    classes: ['public'],
    wants: [...new Set([...toRequester, ...toStaff])].map((name) => `${prefix}${name}`),
    async follow(tx, event) {
      if (options.clock().getTime() - event.at.getTime() > newsMs) return
      const request = await readRequest(tx, event.subjectId)
      if (!request) return
      const name = event.name.slice(prefix.length)
      const own = toRequester.find((one) => one === name)
      const staff = toStaff.find((one) => one === name)
      if (own) await tellRequester(tx, event, request, own, options)
      if (staff) await tellStaff(tx, event, request, staff, options)
    },
  }
}

async function tellRequester(
  tx: Tx,
  event: NumberedEvent,
  of: InformationRequest,
  name: ToRequester,
  options: Options,
) {
  const address_sealed = await addresseeOf(tx, of.id)
  if (!address_sealed) return
  const say = words[of.lang].mail
  const due = name === 'objected' ? of.objection_due_on : of.due_on
  const link = `${options.baseUrl}${requestPaths.follow('{token}')}`
  const text = say[name].text(due ? formatDate(of.lang, due) : '')
  await queueLinkMail(tx, options.clock(), {
    address_sealed,
    address_place: emailPlace(of.id),
    sealed_for: of.id,
    eventId: event.id,
    capability: `${linkPurpose}:${of.id}`,
    subject: say[name].subject(codeOf(of)),
    body: `${say.greeting}\n\n${text}\n\n${link}\n\n${say.secret}\n`,
  })
}

async function tellStaff(tx: Tx, event: NumberedEvent, of: InformationRequest, name: ToStaff, options: Options) {
  const day = event.at.toISOString().slice(0, 10)
  for (const personId of await concerned(tx, of, name, day)) {
    await queueMail(tx, options.clock(), {
      personId,
      eventId: event.id,
      write: (lang) => {
        const say = words[lang].mail.staff
        return { subject: say[name](codeOf(of)), body: `${say.text}\n${options.baseUrl}${requestPaths.one(of.id)}\n` }
      },
    })
  }
}

function concerned(tx: Tx, of: InformationRequest, name: ToStaff, day: string): Promise<string[]> {
  if (name === 'handed') return seatedOn(tx, of.programme_id, of.holder_id, ['officer', 'head'], day)
  if (name === 'objected') return superiorsOf(tx, of.id)
  return officersOn(tx, day)
}

/** When the calendar changes, open requests are counted anew; each that moved says so in an event. */
export function requestDeadlines({ clock }: Pick<Options, 'clock'>): Follower {
  const name = 'information-request-deadlines'
  const actor: JobActor = { kind: 'job', job: name, classes: ['public'] }
  return {
    name,
    classes: ['public'],
    wants: ['holiday.added', 'holiday.removed'],
    async follow(tx) {
      const moved = await recountDeadlines(tx)
      const events = moved.map(({ id, programme_id, owner_id, was, due_on }) => ({
        name: `${prefix}deadline-moved`,
        programmeId: programme_id,
        ownerId: owner_id,
        class: 'public' as const,
        subjectKind: 'information-request',
        subjectId: id,
        payload: { from: was, to: due_on },
      }))
      if (events.length > 0) await appendEvents(tx, actor, clock(), events)
    },
  }
}
