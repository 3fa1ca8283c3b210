import type { HolidayRow } from '#kernel/calendar/stored.ts'
import type { Verdict } from '#kernel/reason.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Page } from '#ui/frame.tsx'
import { Tabs } from '#ui/jump.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { aboutPaths } from '../paths.ts'
import { words } from '../words.ts'

export type CalendarData = {
  year: number
  years: number[]
  version: number
  holidays: HolidayRow[]
  may: Verdict
  operator: boolean
}

export function CalendarPage({ view, data }: { view: View; data: CalendarData }) {
  const say = words[view.lang].calendar
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body mf-muted">
        {say.version(String(data.version))}. {say.check}
      </p>
      <Tabs
        label={say.year}
        items={data.years.map((year) => ({ label: String(year), href: aboutPaths.calendar(year) }))}
        current={aboutPaths.calendar(data.year)}
      />
      <div class="mf-panel">
        <Table caption={`${say.title} ${data.year}`} rows={data.holidays} columns={columnsOf(view, data.operator)} />
      </div>
      {data.may === true ? (
        <ButtonLink href={aboutPaths.newHoliday()}>{say.add}</ButtonLink>
      ) : (
        <DisabledButton id="add-holiday" reason={data.may.text(view.lang)}>
          {say.add}
        </DisabledButton>
      )}
    </Page>
  )
}

function columnsOf(view: View, operator: boolean) {
  const say = words[view.lang].calendar
  const shown = [
    { label: say.date, head: true, cell: (row: HolidayRow) => <Time at={row.date} /> },
    { label: say.name, cell: (row: HolidayRow) => (view.lang === 'en' ? row.name_en : row.name) },
    { label: say.kind, cell: (row: HolidayRow) => (row.kind === 'national' ? say.national : say.collective) },
    { label: say.source, cell: (row: HolidayRow) => <Recorded lang="id">{row.source}</Recorded> },
  ]
  if (!operator) return shown
  const remove = (row: HolidayRow) => (
    <a class="govuk-link" href={aboutPaths.removeHoliday(row.date)}>
      {say.remove}
      <span class="govuk-visually-hidden"> {row.name}</span>
    </a>
  )
  return [...shown, { label: say.remove, plain: true, cell: remove }]
}
