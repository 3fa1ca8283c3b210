import { visitor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { programmeBySlug, programmeName } from '#modules/programmes/public.ts'
import { renderPage } from '#ui/frame.tsx'
import { meetingEntry, milestoneEntry } from './calendar.ts'
import { calendarFile } from './ical.ts'
import type { MeetingLinks } from './links.ts'
import { makeCalendarLink } from './operations/make-calendar-link.ts'
import { revokeCalendarLink } from './operations/revoke-calendar-link.ts'
import { CalendarPage, CalendarShownPage } from './pages/calendar-page.tsx'
import { meetingPaths } from './paths.ts'
import { calendarLinkOf, calendarReader } from './store/calendar-links.ts'
import { calendarMeetings, linksOf } from './store/meetings.ts'
import { programmesOf } from './store/programmes.ts'
import { words } from './words.ts'

export function calendarRoutes(site: Site, links: MeetingLinks): void {
  publicFeed(site, links)
  ownFeed(site)
  ownPage(site)
}

/** Read as a visitor whoever asks, so that nothing of members' can be in it. */
function publicFeed(site: Site, links: MeetingLinks): void {
  const { deps } = site
  site.app.get(meetingPaths.feed(':slug'), async (c) => {
    const { now, lang } = c.var
    const found = await readAs(deps.db, visitor, now, async (tx) => {
      const programme = await programmeBySlug(tx, c.req.param('slug') ?? '')
      if (!programme) return undefined
      const [meetings, milestones] = await Promise.all([
        calendarMeetings(tx, [programme.id], now),
        links.milestonesDue(tx, programme),
      ])
      return { programme, meetings, milestones }
    })
    if (!found) return refuse(site, c, 'missing')
    const how = { lang, baseUrl: deps.config.BASE_URL }
    const entries = [
      ...found.meetings.map((meeting) => meetingEntry(meeting, how)),
      ...found.milestones.map((milestone) => milestoneEntry(milestone, how)),
    ]
    return sendCalendar(c, calendarFile({ name: programmeName(found.programme, lang), entries }), 'calendar.ics')
  })
}

function sendCalendar(c: Ctx, text: string, name: string) {
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('content-disposition', `inline; filename="${name}"`)
  return c.body(text)
}

/** Whoever holds the address reads what its person may read today: a lost seat closes its programme here too. */
function ownFeed(site: Site): void {
  const { deps } = site
  site.app.get(meetingPaths.ownFeed(':token'), async (c) => {
    const { now } = c.var
    const token = (c.req.param('token') ?? '').replace(/\.ics$/, '')
    const reader = await readAs(deps.jobs, signInJob, now, (tx) => calendarReader(tx, token, now))
    if (!reader) return refuse(site, c, 'missing')
    const { actor, lang } = reader
    const programmes = [...new Set(actor.seats.map((seat) => seat.programmeId))]
    const { meetings, links } = await readAs(deps.db, actor, now, async (tx) => {
      const rows = await calendarMeetings(tx, programmes, now)
      const found = await linksOf(
        tx,
        rows.map((row) => row.id),
      )
      return { meetings: rows, links: found }
    })
    const entries = meetings.map((meeting) =>
      meetingEntry(meeting, { lang, baseUrl: deps.config.BASE_URL, link: links.get(meeting.id) }),
    )
    c.header('cache-control', 'no-store')
    return sendCalendar(c, calendarFile({ name: words[lang].desk.title, entries }), 'calendar.ics')
  })
}

function ownPage(site: Site): void {
  const { app, deps } = site
  app.get(meetingPaths.calendar(), async (c) => {
    const { actor, now } = c.var
    if (actor.kind !== 'person') return signIn(c)
    const [link, programmes] = await Promise.all([
      readAs(deps.jobs, signInJob, now, (tx) => calendarLinkOf(tx, actor.personId)),
      readAs(deps.db, actor, now, (tx) => programmesOf(tx, actor)),
    ])
    c.header('cache-control', 'no-store')
    const page = (
      <CalendarPage view={site.viewOf(c)} madeAt={link?.created_at} programmes={programmes} formKey={newId(now)} />
    )
    return c.html(renderPage(page))
  })
  app.post(meetingPaths.makeCalendar(), async (c) => {
    const { actor, now, requestId } = c.var
    if (actor.kind !== 'person' || !c.var.session) return signIn(c)
    const outcome = await run(makeCalendarLink, { personId: actor.personId }, asSignIn(deps, now, requestId))
    if (outcome.kind !== 'done') return refuse(site, c, outcome.kind)
    const address = `${deps.config.BASE_URL}${meetingPaths.ownFeed(`${outcome.value.token}.ics`)}`
    c.header('cache-control', 'no-store')
    return c.html(renderPage(<CalendarShownPage view={site.viewOf(c)} address={address} />))
  })
  app.post(meetingPaths.revokeCalendar(), async (c) => {
    const { actor, now, requestId } = c.var
    if (actor.kind !== 'person' || !c.var.session) return signIn(c)
    const outcome = await run(revokeCalendarLink, { personId: actor.personId }, asSignIn(deps, now, requestId))
    if (outcome.kind === 'conflict') return refuse(site, c, 'conflict', outcome.reason)
    return c.redirect(meetingPaths.calendar(), 303)
  })
}

function signIn(c: Ctx) {
  return c.redirect(`/sign-in?next=${encodeURIComponent(meetingPaths.calendar())}`, 303)
}
