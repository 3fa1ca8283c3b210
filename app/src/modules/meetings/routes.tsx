import { z } from 'zod'
import { newId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { calendarRoutes } from './calendar-routes.tsx'
import type { MeetingLinks } from './links.ts'
import { meetingStates } from './meeting.ts'
import { minutesFileRoute } from './minutes-file.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { MeetingsPage } from './pages/meetings-page.tsx'
import { MinutesPage } from './pages/minutes-page.tsx'
import { meetingPaths } from './paths.ts'
import { loadList, loadMeeting, loadMinutes } from './read-pages.ts'
import { meetingForms } from './routes-meeting.tsx'
import { planForms } from './routes-plan.tsx'

const tag = 'meetings'
const listQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum([...meetingStates, '']).catch(''),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export function meetingRoutes(site: Site, links: MeetingLinks, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'list-meetings',
    path: meetingPaths.list(':slug'),
    summary: both('Rapat sebuah program', 'Meetings of a programme'),
    tag,
    query: listQuery,
    load: loadList,
    scope: (data) => [data.programme.id],
    render: (data, view) => <MeetingsPage view={view} data={data} />,
    json: ({ rows, total, withheld, series, filter }) => ({
      rows,
      total,
      withheld,
      page: filter.page,
      series: series.map(({ mayExtend: _, ...one }) => one),
    }),
  })
  planForms(site)
  mountPage(site, {
    name: 'read-meeting',
    path: meetingPaths.one(':id'),
    summary: both(
      'Satu rapat dengan agenda, kehadiran, dan hasilnya',
      'One meeting with its agenda, attendance and results',
    ),
    tag,
    load: (tx, request) => loadMeeting(tx, request, links),
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, { now }, more) => (
      <MeetingPage view={view} data={data} formKey={() => newId(now)} more={more} />
    ),
    json: ({ meeting, attendance, agenda, minutes, link, changes }) => ({
      meeting,
      attendance,
      agenda,
      minutes: minutes.map(({ body: _, ...one }) => one),
      link,
      changes,
    }),
  })
  minutesRoutes(site, links)
  meetingForms(site, links)
  calendarRoutes(site, links)
}

function minutesRoutes(site: Site, links: MeetingLinks): void {
  for (const [name, path] of [
    ['read-minutes', meetingPaths.minutes(':id')],
    ['read-minutes-version', meetingPaths.minutesVersion(':id', ':number')],
  ] as const)
    mountPage(site, {
      name,
      path,
      summary: both('Notula rapat', 'Minutes of a meeting'),
      tag,
      load: (tx, request) => loadMinutes(tx, request, links),
      scope: (data) => [data.programme.id],
      render: (data, view) => <MinutesPage view={view} data={data} />,
      json: ({ meeting, shown, attendance, agenda }) => ({ meeting, minutes: shown ?? null, attendance, agenda }),
    })
  minutesFileRoute(site, links)
}
