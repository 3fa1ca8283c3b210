import { addMonths } from '#kernel/calendar.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import type { Party, ProgrammeHead } from '#modules/programmes/public.ts'
import { LoadBars, type LoadMonth } from '#ui/bars.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { MonthField, NumberField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatMonth, formatNumber, type Lang } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Num, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { CapacityData } from '../loads-views.ts'
import { taskPaths } from '../paths.ts'
import { agenciesPageSize, monthsShown } from '../views.ts'
import { words } from '../words.ts'
import { crumbs, partyOptions, taskCrumbs } from './parts.tsx'

export function CapacityPage({ view, data }: { view: View; data: CapacityData }) {
  const { lang } = view
  const { programme, query, agencies } = data
  const say = words[lang].view.capacity
  const { slug } = programme
  const shown = agencies.slice((query.page - 1) * agenciesPageSize, query.page * agenciesPageSize)
  const withHref = (agency: string) => (one: LoadMonth) =>
    one.load > 0 ? { ...one, href: `${taskPaths.capacity(slug, { ...query, agency, month: one.month })}#h-balik` } : one
  const monthsAway = (count: number) => addMonths(`${query.from}-01`, count).slice(0, 7)
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={taskCrumbs(lang, programme)}
      example={programme.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {data.mayDeclare ? (
        <ButtonLink href={taskPaths.declareCapacity(slug)}>{words[lang].act.capacity.button}</ButtonLink>
      ) : null}
      <ListTools action={taskPaths.capacity(slug)} label={say.search} q={query.q} hidden={{ from: query.from }} />
      <ul class="mf-jump">
        <li>
          <a href={taskPaths.capacity(slug, { ...query, from: monthsAway(-monthsShown) })}>{say.earlier}</a>
        </li>
        <li>
          <a href={taskPaths.capacity(slug, { ...query, from: monthsAway(monthsShown) })}>{say.later}</a>
        </li>
      </ul>
      {data.behind ? <Behind view={view} slug={slug} behind={data.behind} /> : null}
      {shown.length === 0 ? <Empty title={say.none}>{say.noneRule}</Empty> : null}
      {shown.map((one, index) => (
        <section class="mf-section" aria-labelledby={`h-${one.organisationId}`}>
          <h2 class="govuk-heading-m" id={`h-${one.organisationId}`}>
            {one.name}
          </h2>
          <LoadBars
            id={`beban-${index}`}
            title={say.chart(one.name)}
            unit={say.hours}
            months={one.months.map(withHref(one.organisationId))}
          />
        </section>
      ))}
      <Pagination
        page={query.page}
        size={agenciesPageSize}
        total={agencies.length}
        href={(page) => taskPaths.capacity(slug, { ...query, page })}
      />
    </Page>
  )
}

type BehindProps = { view: View; slug: string; behind: NonNullable<CapacityData['behind']> }

function Behind({ view: { lang }, slug, behind: { name, month, rows, total } }: BehindProps) {
  const say = words[lang].view.capacity
  const hours = (value: number) => formatNumber(lang, value, 1)
  const title = say.behind(name, formatMonth(lang, month))
  return (
    <Section id="h-balik" title={title} intro={say.behindIntro(hours(total))}>
      <Table
        caption={title}
        rows={rows}
        columns={[
          {
            label: words[lang].page.list.task,
            head: true,
            cell: (row) => (
              <a class="govuk-link" href={taskPaths.task(slug, row.id)}>
                {row.code ? <Num>{row.code} </Num> : null}
                <Recorded lang={row.lang as Lang}>{row.title}</Recorded>
              </a>
            ),
          },
          { label: say.share, numeric: true, cell: (row) => hours(row.hours) },
        ]}
      />
    </Section>
  )
}

export type CapacityFormData = { programme: ProgrammeHead; parties: Party[] }

export function CapacityForm({ view, data, form }: { view: View; data: CapacityFormData; form: FormProps }) {
  const { lang } = view
  const { programme, parties } = data
  const { capacity, field: say } = words[lang].act
  const back = taskPaths.capacity(programme.slug)
  return (
    <FormPage
      view={view}
      title={capacity.title}
      lead={capacity.lead}
      state={form.state}
      submit={capacity.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang }}
      breadcrumbs={crumbs(lang, programme, { href: back, label: words[lang].view.capacity.title })}
      example={programme.example ?? undefined}
      cancel={{ href: back, label: words[lang].page.form.cancelList }}
    >
      <SelectField {...field(form.state, 'agency')} label={say.agency} options={partyOptions(parties)} />
      <MonthField {...field(form.state, 'month')} label={say.month} />
      <NumberField {...field(form.state, 'months')} label={say.months} width={3} />
      <NumberField {...field(form.state, 'hours')} label={say.hours} decimal />
    </FormPage>
  )
}
