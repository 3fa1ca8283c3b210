import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { formatDate } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { listSize, meetingStates, titleIn } from '../meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { ListData } from '../read-pages.ts'
import { words } from '../words.ts'
import { localOf } from '../zone.ts'
import { StateTag, When } from './parts.tsx'

type Props = { view: View; data: ListData }
type ListedMeeting = ListData['rows'][number]

export function MeetingsPage({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, filter, rows, total } = data
  const narrowed = filter.q !== '' || filter.state !== ''
  return (
    <BelowProgramme view={view} programme={programme} title={say.meetings} lead={say.meetingsLead}>
      <Acts view={view} acts={view.person ? actsOf(view, data) : []} />
      <ListTools
        action={meetingPaths.list(programme.slug)}
        label={say.search}
        q={filter.q}
        filters={[
          {
            name: 'state',
            label: say.state,
            value: filter.state,
            options: meetingStates.map((value) => ({ value, label: say.states[value] })),
          },
        ]}
      />
      <Shown page={filter.page} size={listSize} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.meetings}
          rows={rows}
          columns={columnsOf(view)}
          sort={{ by: 'when', dir: filter.dir, href: (_by, dir) => hrefOf(data, { dir, page: 1 }) }}
          empty={narrowed ? <Empty title={say.noneFound} /> : <Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <StubCounts withheld={data.withheld} />
      <Pagination page={filter.page} size={listSize} total={total} href={(page) => hrefOf(data, { page })} />
      <SeriesPart view={view} data={data} />
      <p class="govuk-body">
        <a class="govuk-link" href={meetingPaths.feed(programme.slug)}>
          {say.feed}
        </a>
      </p>
    </BelowProgramme>
  )
}

function hrefOf({ programme, filter }: ListData, change: Partial<ListData['filter']>): string {
  const { page, ...rest } = { ...filter, ...change }
  return `${meetingPaths.list(programme.slug)}?${new URLSearchParams({ ...rest, page: String(page) })}`
}

function actsOf(view: View, { programme, mayPlan }: ListData) {
  const say = words[view.lang]
  const plan = { id: 'plan', href: meetingPaths.new(programme.slug), label: say.plan, verdict: mayPlan, primary: true }
  if (mayPlan !== true) return [plan]
  const series = {
    id: 'series',
    href: meetingPaths.newSeries(programme.slug),
    label: say.startSeries,
    verdict: mayPlan,
  }
  return [plan, series]
}

function columnsOf(view: View): Column<ListedMeeting>[] {
  const say = words[view.lang]
  return [
    {
      label: say.meeting,
      head: true,
      cell: (row) => {
        const title = titleIn(view.lang, row)
        return (
          <>
            <a class="govuk-link" href={meetingPaths.one(row.id)}>
              <Recorded lang={title.lang}>{title.text}</Recorded>
            </a>
            {row.class === 'public' ? null : <span class="mf-small mf-muted mf-after">{say.onlyMembers}</span>}
          </>
        )
      },
    },
    { label: say.when, plain: true, sort: 'when', cell: (row) => <When meeting={row} /> },
    { label: say.state, plain: true, cell: (row) => <StateTag meeting={row} now={view.now} /> },
    {
      label: say.minutes,
      cell: (row) =>
        row.confirmed ? (
          <a class="govuk-link" href={meetingPaths.minutes(row.id)}>
            {say.readMinutes}
            <span class="govuk-visually-hidden">
              : {titleIn(view.lang, row).text}, {localOf(row.starts_at, row.zone).day}
            </span>
          </a>
        ) : (
          <span class="mf-muted">–</span>
        ),
    },
  ]
}

function SeriesPart({ view, data }: Props) {
  const say = words[view.lang]
  const { series, agreed } = data
  if (series.length === 0 && !agreed) return null
  return (
    <Section id="h-berkala" title={say.series} intro={agreed ? say.agreed(say.cadences[agreed]) : undefined}>
      <ul class="govuk-list">
        {series.map((one) => {
          const title = titleIn(view.lang, one)
          const last = one.last && formatDate(view.lang, localOf(one.last, one.zone).day)
          return (
            <li>
              <p class="govuk-body">
                <Tag sign="play">{say.cadences[one.cadence]}</Tag> <Recorded lang={title.lang}>{title.text}</Recorded>,{' '}
                {last ? say.plannedTo(last) : say.notPlanned}
                {one.mayExtend === true ? <SeriesActs view={view} slug={data.programme.slug} id={one.id} /> : null}
              </p>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function SeriesActs({ view, slug, id }: { view: View; slug: string; id: string }) {
  const say = words[view.lang]
  return (
    <span class="mf-after">
      <a class="govuk-link" href={meetingPaths.extendSeries(slug, id)}>
        {say.extend}
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href={meetingPaths.endSeries(slug, id)}>
        {say.endIt}
      </a>
    </span>
  )
}
