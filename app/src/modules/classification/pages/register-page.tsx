import { groundNames, grounds } from '#kernel/grounds.ts'
import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { standingOf } from '../classification.ts'
import type { RegisterData } from '../loads.ts'
import { pageSize } from '../page-size.ts'
import { breachPaths, findingPaths, classificationPaths as paths } from '../paths.ts'
import type { RegisterQuery } from '../query.ts'
import { words } from '../words.ts'
import { breachWords } from '../words-breaches.ts'
import { findingWords } from '../words-findings.ts'

type Row = RegisterData['rows'][number]

export function RegisterPage({ view, data }: { view: View; data: RegisterData }) {
  const { lang } = view
  const { programme, query, total, tally, hidden } = data
  const say = words[lang]
  const count = (value: number) => formatNumber(lang, value)
  return (
    <BelowProgramme view={view} programme={programme} title={say.register} lead={say.registerLead}>
      {tally.standing > 0 ? <p class="govuk-body">{say.tally(count(tally.standing), count(tally.due))}</p> : null}
      {hidden.map((one) => (
        <p class="govuk-body">{say.protected(count(one.count), String(one.year))}</p>
      ))}
      {data.may === true ? <ButtonLink href={paths.new(programme.slug)}>{say.decide}</ButtonLink> : null}
      {data.officer ? (
        <p class="govuk-body">
          <a class="govuk-link" href={findingPaths.list()}>
            {findingWords[lang].title}
          </a>
        </p>
      ) : null}
      <section class="mf-section" aria-label={say.caption}>
        <ListTools
          action={paths.list(programme.slug)}
          label={say.search}
          q={query.q}
          filters={filtersOf(lang, query)}
          hidden={query.sort ? { sort: query.sort, dir: query.dir } : {}}
        />
        {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
        <RegisterTable lang={lang} data={data} />
        <Pagination
          page={query.page}
          size={pageSize}
          total={total}
          href={(page) => hrefOf(programme.slug, { ...query, page })}
        />
      </section>
      <p class="govuk-body">
        <a class="govuk-link" href={breachPaths.list(programme.slug)}>
          {breachWords[lang].title}
        </a>
      </p>
    </BelowProgramme>
  )
}

function RegisterTable({ lang, data: { rows, query, programme, today } }: { lang: Lang; data: RegisterData }) {
  const say = words[lang]
  if (rows.length === 0) {
    const narrowed = query.q || query.ground || query.standing || query.class
    return narrowed ? (
      <Empty title={say.noneFound}>{say.noneFoundRule}</Empty>
    ) : (
      <Empty title={say.none}>{say.noneRule}</Empty>
    )
  }
  const sort = {
    by: query.sort,
    dir: query.dir,
    href: (by: string, dir: 'asc' | 'desc') =>
      hrefOf(programme.slug, { ...query, page: 1, sort: by as RegisterQuery['sort'], dir }),
  }
  return <Table caption={say.caption} columns={columnsOf(lang, programme.slug, today)} rows={rows} sort={sort} />
}

function columnsOf(lang: Lang, slug: string, today: string): Column<Row>[] {
  const say = words[lang]
  return [
    {
      label: say.what,
      head: true,
      sort: 'label',
      cell: (row) => (
        <a class="govuk-link" href={paths.one(slug, row.id)}>
          <Recorded lang={row.lang}>{row.label}</Recorded>
        </a>
      ),
    },
    {
      label: say.ground,
      sort: 'ground',
      cell: (row) => `${row.ground.slice(-1)}. ${groundNames[row.ground](lang)}`,
    },
    {
      label: say.ends,
      sort: 'ends',
      cell: (row) => (row.ends_on ? <Time at={row.ends_on} /> : say.endsWhens[row.ends_when ?? 'law']),
    },
    { label: say.review, sort: 'review', cell: (row) => (row.ended_by ? '–' : <Time at={row.next_review_on} />) },
    { label: say.standing, plain: true, cell: (row) => <StandingTag lang={lang} row={row} today={today} /> },
  ]
}

export function StandingTag({ lang, row, today }: { lang: Lang; row: Row; today: string }) {
  const say = words[lang]
  const standing = standingOf(row)
  if (standing === 'ended') return <Tag sign="check">{say.actNames[row.ended_by!]}</Tag>
  if (standing === 'unconfirmed') return <Tag sign="half">{say.standings.unconfirmed}</Tag>
  if (row.next_review_on <= today) return <Tag sign="warning">{say.filterStanding.review}</Tag>
  return <Tag sign="lock">{say.classes[row.to_class]}</Tag>
}

function filtersOf(lang: Lang, query: RegisterQuery) {
  const say = words[lang]
  const standings = (['standing', 'review', 'ended'] as const).map((value) => ({
    value,
    label: say.filterStanding[value],
  }))
  const letters = grounds.map((value) => ({ value, label: `${value.slice(-1)}. ${groundNames[value](lang)}` }))
  const classes = (['restricted', 'secret'] as const).map((value) => ({ value, label: say.classes[value] }))
  return [
    { name: 'ground', label: say.ground, value: query.ground, options: letters },
    { name: 'standing', label: say.standing, value: query.standing, options: standings },
    { name: 'class', label: say.class, value: query.class, options: classes },
  ]
}

function hrefOf(slug: string, query: RegisterQuery): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const said = value !== '' && !(name === 'page' && value === 1) && !(name === 'dir' && query.sort === '')
    if (said) search.set(name, String(value))
  }
  return search.size > 0 ? `${paths.list(slug)}?${search}` : paths.list(slug)
}
