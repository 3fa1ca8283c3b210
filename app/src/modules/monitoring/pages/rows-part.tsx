import { Empty } from '#ui/empty.tsx'
import { Tabs } from '#ui/jump.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import type { RowPage, RowsAsked, ShownRow } from '../rows.ts'
import { words } from '../words/pages.ts'

export type RowsPartProps = {
  /** Path of the page; its query is added here. */
  path: string
  /** Kept in every link, such as the condition chosen. */
  kept?: Record<string, string>
  asked: RowsAsked
  rows: RowPage
  /** A share has counted and uncounted records; an amount only has records. */
  parts: boolean
  title?: string
}

/** The records behind a number: searched, paginated, each linked; those the reader may not see are only counted. */
export function RowsPart({ path, kept = {}, asked, rows, parts, title }: RowsPartProps) {
  const lang = useLang()
  const say = words[lang].rows
  const intro = parts
    ? say.intro(formatNumber(lang, rows.all), formatNumber(lang, rows.counted))
    : say.introOf(formatNumber(lang, rows.all))
  const href = (change: Partial<RowsAsked>) => linkOf(path, kept, { ...asked, page: 1, ...change })
  const ordered: Record<string, string> = asked.sort ? { sort: asked.sort, dir: asked.dir } : {}
  if (rows.all === 0) {
    return (
      <Section id="rows" title={title ?? say.title}>
        <Empty title={say.none} />
      </Section>
    )
  }
  return (
    <Section id="rows" title={title ?? say.title} intro={intro}>
      {parts ? <PartTabs rows={rows} current={asked.counted} href={(counted) => href({ counted })} /> : null}
      <ListTools
        action={path}
        label={say.search}
        q={asked.q}
        hidden={{ ...kept, ...ordered, ...(asked.counted ? { counted: asked.counted } : {}) }}
      />
      <Shown page={rows.page} size={rows.size} total={rows.total} />
      <Table
        caption={title ?? say.title}
        rows={rows.rows}
        columns={columnsOf(lang, rows, parts)}
        sort={{ by: asked.sort, dir: asked.dir, href: (by, dir) => href({ sort: by as RowsAsked['sort'], dir }) }}
        empty={
          <Empty title={say.noneFound} action={{ href: href({ q: '', counted: '' }), label: say.clear }}>
            {say.noneFoundRule}
          </Empty>
        }
      />
      {rows.hidden > 0 ? <p class="mf-stub">{say.hidden(formatNumber(lang, rows.hidden))}</p> : null}
      <Pagination page={rows.page} size={rows.size} total={rows.total} href={(page) => href({ page })} />
    </Section>
  )
}

function PartTabs(props: {
  rows: RowPage
  current: RowsAsked['counted']
  href: (part: RowsAsked['counted']) => string
}) {
  const say = words[useLang()].rows
  const { rows, current, href } = props
  return (
    <Tabs
      label={say.parts}
      current={href(current)}
      items={[
        { href: href(''), label: say.every, count: rows.all },
        { href: href('yes'), label: say.counted, count: rows.counted },
        { href: href('no'), label: say.uncounted, count: rows.all - rows.counted },
      ]}
    />
  )
}

function columnsOf(lang: 'id' | 'en', rows: RowPage, parts: boolean): Column<ShownRow>[] {
  const say = words[lang].rows
  const columns: Column<ShownRow>[] = [
    {
      label: say.record,
      head: true,
      sort: 'record',
      cell: (row) => (
        <a class="govuk-link" href={row.url}>
          <Recorded lang={row.lang}>{row.title}</Recorded>
        </a>
      ),
    },
    {
      label: say.facts,
      cell: (row) => [...row.facts.map((fact) => fact(lang)), row.note?.(lang)].filter(Boolean).join(' · '),
    },
  ]
  if (rows.rows.some((row) => row.weight !== null)) {
    const weight = (row: ShownRow) => (row.weight === null ? '' : formatNumber(lang, row.weight, 1))
    columns.push({ label: say.weight, numeric: true, sort: 'weight', cell: weight })
  }
  if (parts)
    columns.push({
      label: say.isCounted,
      plain: true,
      sort: 'counted',
      cell: (row) => <CountedTag counted={row.counted} />,
    })
  return columns
}

function CountedTag({ counted }: { counted: boolean }) {
  const say = words[useLang()].rows
  if (counted) {
    return (
      <Tag sign="check" tone="green">
        {say.counted}
      </Tag>
    )
  }
  return (
    <Tag sign="open" tone="grey">
      {say.uncounted}
    </Tag>
  )
}

function linkOf(path: string, kept: Record<string, string>, { q, counted, sort, dir, page }: RowsAsked): string {
  const search = new URLSearchParams({
    ...kept,
    ...(q ? { q } : {}),
    ...(counted ? { counted } : {}),
    ...(sort ? { sort, dir } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString()
  return `${path}${search ? `?${search}` : ''}#rows`
}
