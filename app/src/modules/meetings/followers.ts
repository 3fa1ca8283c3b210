import type { Tx } from '#kernel/database.ts'
import type { NumberedEvent } from '#kernel/event.ts'
import type { Follower } from '#kernel/followers.ts'
import { queueMail } from '#kernel/mail/queue.ts'
import type { Lang } from '#kernel/reason.ts'
import { type ProgrammeHead, programmeById, programmeName } from '#modules/programmes/public.ts'
import { meetingEntry } from './calendar.ts'
import { calendarFile } from './ical.ts'
import { type Meeting, titleIn } from './meeting.ts'
import { meetingPaths } from './paths.ts'
import { seatedFor } from './store/attendance.ts'
import { changesOf, linkOf, readMeeting } from './store/meetings.ts'
import { mailWordsEn, mailWordsId } from './words-mail.ts'
import { whenWords } from './zone.ts'

const told = { 'meeting.invited': 'invited', 'meeting.moved': 'moved', 'meeting.cancelled': 'cancelled' } as const
type Told = (typeof told)[keyof typeof told]

/** A history that is read in is no news. */
const newsMs = 3 * 86_400_000

type Options = { baseUrl: string; from: string; clock: () => Date }

/** Invitations, and what becomes of them, to everyone with a seat; each with an entry for their calendar. */
export function meetingMails(options: Options): Follower {
  return {
    name: 'meeting-mails',
    classes: ['public', 'members'],
    wants: Object.keys(told),
    async follow(tx, event) {
      if (options.clock().getTime() - event.at.getTime() > newsMs) return
      const meeting = await readMeeting(tx, event.subjectId)
      const programme = meeting && (await programmeById(tx, meeting.programme_id))
      const kind = told[event.name as keyof typeof told]
      // Nobody was told of a meeting that nobody was invited to.
      if (!meeting || !programme || !meeting.invited_at || meeting.invited_at > event.at) return
      await tell(tx, { event, meeting, programme, kind }, options)
    },
  }
}

type News = { event: NumberedEvent; meeting: Meeting; programme: ProgrammeHead; kind: Told }

async function tell(tx: Tx, { event, meeting, programme, kind }: News, { baseUrl, from, clock }: Options) {
  const link = await linkOf(tx, { meetingId: meeting.id })
  const reason = (await changesOf(tx, meeting.id)).find((change) => change.kind === kind)?.reason ?? null
  const seated = await seatedFor(tx, programme.id, event.at.toISOString().slice(0, 10))
  const cancelled = meeting.state === 'cancelled'
  for (const personId of new Set(seated.map((one) => one.person_id))) {
    await queueMail(tx, clock(), {
      personId,
      eventId: event.id,
      write: (lang) => letterOf({ lang, meeting, programme, kind, reason, link, baseUrl }),
      calendar: (lang, attendee) =>
        calendarFile({
          name: programmeName(programme, lang),
          method: { name: cancelled ? 'CANCEL' : 'REQUEST', organizer: from, attendee },
          entries: [meetingEntry({ ...meeting, changed: event.at }, { lang, baseUrl, link })],
        }),
    })
  }
}

type Letter = {
  lang: Lang
  meeting: Meeting
  programme: ProgrammeHead
  kind: Told
  reason: string | null
  link: string | null
  baseUrl: string
}

function letterOf({ lang, meeting, programme, kind, reason, link, baseUrl }: Letter) {
  const say = lang === 'id' ? mailWordsId : mailWordsEn
  const title = titleIn(lang, meeting).text
  const when = whenWords(lang, meeting)
  const subject = kind === 'cancelled' ? say.cancelled(title) : say[kind](title, when)
  const place = [meeting.place, link].filter(Boolean).join(', ') || say.online
  const url = `${baseUrl}${meetingPaths.one(meeting.id)}`
  const body = say.body(programmeName(programme, lang), when, place, url)
  return { subject: oneLine(subject), body: reason ? body + say.reason(reason) : body }
}

/** A subject is one line, whatever a title was given. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
