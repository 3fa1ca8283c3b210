import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Empty, StubCounts } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatNumber, formatPercent, formatRupiah } from '#ui/language.ts'
import { Progress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { absorbed, remaining } from '../budget-line.ts'
import { groupings, type OverviewQuery } from '../list-query.ts'
import type { OverviewData } from '../load-lines.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Absorbed, Amount, InRupiah } from './parts.tsx'

type Props = { view: View; data: OverviewData }
type Row = OverviewData['groups'][number]

export function OverviewPage({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, total, groups, query } = data
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {groups.length > 0 ? <Totals view={view} data={data} /> : null}
      <Section
        id="k-anggaran"
        title={say.lines}
        more={{ href: resourcePaths.lines(programme.slug, { year: data.year }), label: say.allLines }}
      >
        {groups.length > 0 ? <Choices view={view} data={data} /> : null}
        <InRupiah />
        <div class="mf-panel">
          <Table
            caption={`${say.lines}: ${say.groups[query.by]}`}
            rows={groups}
            columns={columnsOf(view, data, total.revised)}
            empty={<Empty title={say.none}>{say.noneRule}</Empty>}
          />
        </div>
        <StubCounts withheld={data.withheld} />
        {view.person ? (
          <Acts
            view={view}
            acts={[
              {
                id: 'plan',
                href: resourcePaths.newLine(programme.slug),
                label: say.plan.title,
                verdict: data.may,
                primary: true,
              },
            ]}
          />
        ) : null}
      </Section>
      <Elsewhere view={view} data={data} />
    </BelowProgramme>
  )
}

/** What else of this module there is to read. */
function Elsewhere({ view, data: { programme, contracts, offers } }: Props) {
  const { contract, offer } = words[view.lang]
  const { slug } = programme
  const count = (value: number) => formatNumber(view.lang, value)
  return (
    <>
      <Section
        id="k-kontrak"
        title={contract.title}
        intro={contracts > 0 ? contract.recorded(count(contracts)) : contract.none}
        more={{ href: resourcePaths.contracts(slug), label: contract.all }}
      />
      <Section
        id="k-penawaran"
        title={offer.title}
        intro={offers > 0 ? offer.offered(count(offers)) : offer.none}
        more={{ href: resourcePaths.offers(slug), label: offer.all }}
      />
    </>
  )
}

function Totals({ view, data: { total } }: Props) {
  const { lang } = view
  const say = words[lang]
  const share = absorbed(total)
  const money = (amount: number) => formatRupiah(lang, amount, 'full')
  const left = remaining(total)
  return (
    <Facts
      items={[
        { label: say.planned, value: money(total.planned) },
        { label: say.revised, value: <strong>{money(total.revised)}</strong> },
        { label: say.realised, value: <strong>{money(total.realised)}</strong> },
        { label: say.remaining, value: left < 0 ? `${money(left)} (${say.overspent})` : money(left) },
        {
          label: say.absorbed,
          value:
            share === undefined ? (
              say.nothingPlanned
            ) : (
              <>
                <strong>{formatPercent(lang, share)}</strong>
                <Progress id="terpakai" ratio={share} title={say.absorbedOf} />
              </>
            ),
        },
        { label: say.count, value: formatNumber(lang, total.lines) },
      ]}
    />
  )
}

function Choices({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, query, year: shown, years } = data
  const href = (change: Partial<OverviewQuery>) => resourcePaths.overview(programme.slug, { ...query, ...change })
  return (
    <>
      <Choice
        label={say.groupedBy}
        items={groupings.map((by) => ({ label: say.groups[by], href: href({ by }), current: by === query.by }))}
      />
      {years.length > 1 ? (
        <Choice
          label={say.year}
          items={[
            ...years.map((year) => ({ label: String(year), href: href({ year }), current: shown === year })),
            { label: say.allYears, href: href({ year: 'all' }), current: shown === '' },
          ]}
        />
      ) : null}
    </>
  )
}

type Item = { label: string; href: string; current: boolean }

/** What else the same table can show, each with its own address. */
function Choice({ label, items }: { label: string; items: Item[] }) {
  return (
    <p class="govuk-body">
      {label}:{' '}
      {items.map(({ label: name, href, current }, index) => (
        <>
          {index > 0 ? ' · ' : null}
          {current ? (
            <strong>{name}</strong>
          ) : (
            <a class="govuk-link" href={href}>
              {name}
            </a>
          )}
        </>
      ))}
    </p>
  )
}

function columnsOf(view: View, { programme, query, year }: OverviewData, all: number): Column<Row>[] {
  const say = words[view.lang]
  const { by } = query
  const href = (row: Row) => resourcePaths.lines(programme.slug, { year, [by]: row.key ?? '-' })
  const name = (row: Row) => (view.lang === 'en' && row.name_en ? row.name_en : row.name) ?? row.key
  return [
    {
      label: say.groups[by],
      head: true,
      cell: (row) => (
        <a class="govuk-link" href={href(row)}>
          {row.key === null ? say.wholeProgramme : <Recorded lang={row.lang}>{name(row) ?? ''}</Recorded>}
        </a>
      ),
    },
    { label: say.planned, numeric: true, cell: (row) => <Amount of={row.planned} /> },
    { label: say.revised, numeric: true, cell: (row) => <Amount of={row.revised} /> },
    { label: say.realised, numeric: true, cell: (row) => <Amount of={row.realised} /> },
    { label: say.remaining, numeric: true, cell: (row) => <Amount of={remaining(row)} /> },
    { label: say.absorbed, numeric: true, cell: (row) => <Absorbed of={row} /> },
    {
      label: say.share,
      numeric: true,
      cell: (row) => (all === 0 ? '–' : formatPercent(view.lang, row.revised / all)),
    },
  ]
}
