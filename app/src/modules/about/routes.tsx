import { z } from 'zod'
import { hasRole } from '#kernel/access.ts'
import { calendarVersion, readHolidays } from '#kernel/calendar/stored.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { apiRoutes } from './api-routes.tsx'
import { mayChangeCalendar } from './calendar-rules.ts'
import { addHoliday } from './operations/add-holiday.ts'
import { removeHoliday } from './operations/remove-holiday.ts'
import { AccessibilityPage } from './pages/accessibility-page.tsx'
import { CalendarPage } from './pages/calendar-page.tsx'
import { AddHolidayPage, RemoveHolidayPage } from './pages/holiday-forms.tsx'
import { SourcesPage } from './pages/sources-page.tsx'
import { aboutPaths } from './paths.ts'
import { readHoliday } from './store.ts'

const still = { tag: 'about', json: false, load: async () => ({}), scope: () => [] } as const

export function aboutRoutes(site: Site): void {
  mountPage(site, {
    ...still,
    name: 'read-sources',
    path: aboutPaths.sources(),
    summary: both('Sumber data', 'Data sources'),
    render: (_data, view) => <SourcesPage view={view} />,
  })
  mountPage(site, {
    ...still,
    name: 'read-accessibility',
    path: aboutPaths.accessibility(),
    summary: both('Aksesibilitas', 'Accessibility'),
    render: (_data, view) => <AccessibilityPage view={view} />,
  })
  apiRoutes(site)
  calendarRoutes(site)
}

function calendarRoutes(site: Site): void {
  mountPage(site, {
    name: 'read-calendar',
    path: aboutPaths.calendar(),
    tag: 'about',
    summary: both('Hari libur dan versi kalender hari kerja', 'Holidays and version of the working-day calendar'),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined) }),
    scope: () => [],
    async load(tx, { actor, query, today }) {
      const all = await readHolidays(tx)
      const years = [...new Set(all.map((holiday) => Number(holiday.date.slice(0, 4))))]
      const year = query.year ?? Number(today.slice(0, 4))
      const holidays = all.filter((holiday) => holiday.date.startsWith(`${year}-`))
      return {
        year,
        years,
        version: await calendarVersion(tx),
        holidays,
        may: mayChangeCalendar(actor),
        operator: hasRole(actor, 'operator'),
      }
    },
    render: (data, view) => <CalendarPage view={view} data={data} />,
    json: ({ version, holidays }) => ({ version, holidays }),
  })
  mountForm(site, addHoliday, {
    path: aboutPaths.newHoliday(),
    tag: 'about',
    load: async () => ({}),
    may: (actor) => mayChangeCalendar(actor),
    render: (_data, form, view) => <AddHolidayPage view={view} form={form} />,
    then: ({ date }) => aboutPaths.calendar(Number(date.slice(0, 4))),
  })
  mountForm(site, removeHoliday, {
    path: aboutPaths.removeHoliday(':date'),
    tag: 'about',
    params: ({ date }) => ({ date }),
    load: (tx, { params }) => readHoliday(tx, params.date ?? ''),
    may: (actor) => mayChangeCalendar(actor),
    render: (holiday, form, view) => (
      <RemoveHolidayPage view={view} form={form} name={view.lang === 'en' ? holiday.name_en : holiday.name} />
    ),
    then: ({ date }) => aboutPaths.calendar(Number(date.slice(0, 4))),
  })
}
