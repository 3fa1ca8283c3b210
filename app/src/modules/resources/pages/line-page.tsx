import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatRupiah } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { ActTime, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { remaining, titleIn } from '../budget-line.ts'
import type { LineData } from '../load-lines.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { contractColumns } from './contract-columns.tsx'
import { Absorbed, Amount, InRupiah, LineTitle, overviewCrumb, TerritoryName } from './parts.tsx'

type Props = { view: View; data: LineData }

/** `more`: what other modules put on the page. */
export function LinePage({ view, data, more }: Props & { more: Child[] }) {
  const say = words[view.lang]
  const { programme, line } = data
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={titleIn(view.lang, line).text}
      lead={`${line.code} · ${say.year} ${line.fiscal_year}`}
      crumbs={[overviewCrumb(view, programme), { href: resourcePaths.lines(programme.slug), label: say.lines }]}
    >
      {remaining(line) < 0 ? <Notice kind="attention" text={say.overspent} /> : null}
      {line.class === 'members' ? <p class="mf-small mf-muted">{say.membersOnly}</p> : null}
      <Facts items={factsOf(view, data)} />
      {view.person ? <LineActs view={view} data={data} /> : null}
      <RealisationsPart view={view} data={data} />
      <RevisionsPart view={view} data={data} />
      <ContractsPart view={view} data={data} />
      {more}
    </BelowProgramme>
  )
}

function factsOf(view: View, { line, programme }: LineData) {
  const say = words[view.lang]
  const money = (amount: number) => formatRupiah(view.lang, amount, 'full')
  const all = (query: Record<string, string>) => resourcePaths.lines(programme.slug, query)
  return [
    { label: say.planned, value: money(line.planned) },
    { label: say.revised, value: <strong>{money(line.revised)}</strong> },
    { label: say.realised, value: <strong>{money(line.realised)}</strong> },
    { label: say.remaining, value: money(remaining(line)) },
    { label: say.absorbed, value: <Absorbed of={line} /> },
    { label: say.territory, value: <TerritoryName of={line} /> },
    {
      label: say.source,
      value: (
        <a class="govuk-link" href={all({ source: line.source_id })}>
          <Recorded lang="id">{line.source}</Recorded>
        </a>
      ),
    },
    {
      label: say.agency,
      value: (
        <a class="govuk-link" href={all({ agency: line.owner_id })}>
          <Recorded lang="id">{line.agency}</Recorded>
        </a>
      ),
    },
  ]
}

function LineActs({ view, data }: Props) {
  const say = words[view.lang]
  const { programme, line, mayKeep } = data
  const acts = [
    { id: 'realise', href: resourcePaths.realise(programme.slug, line.id), label: say.realise.title, primary: true },
    { id: 'revise', href: resourcePaths.revise(programme.slug, line.id), label: say.revise.title },
  ].map((act) => ({ ...act, verdict: mayKeep }))
  return (
    <Section id="k-tindakan" title={say.acts}>
      <Acts view={view} acts={mayKeep === true ? acts : acts.slice(0, 1)} />
    </Section>
  )
}

function RevisionsPart({ view, data }: Props) {
  const say = words[view.lang]
  const { line, revisions } = data
  const columns: Column<LineData['revisions'][number]>[] = [
    { label: say.at, head: true, cell: (row) => <ActTime at={row.at} /> },
    { label: say.from, numeric: true, cell: (row) => <Amount of={row.from_amount} /> },
    { label: say.to, numeric: true, cell: (row) => <Amount of={row.amount} /> },
    { label: say.because, cell: (row) => <Recorded lang={line.lang}>{row.because}</Recorded> },
    { label: say.who, cell: (row) => row.person ?? <Recorded lang="id">{line.agency}</Recorded> },
  ]
  return (
    <Section id="k-perubahan" title={say.history}>
      {revisions.length === 0 ? (
        <p class="govuk-body mf-muted">{say.noRevisions}</p>
      ) : (
        <>
          <InRupiah />
          <div class="mf-panel">
            <Table caption={say.history} rows={revisions} columns={columns} />
          </div>
        </>
      )}
    </Section>
  )
}

function ContractsPart({ view, data }: Props) {
  const { contract: say } = words[view.lang]
  const { programme, line, contracts, mayAdd } = data
  const add = { href: resourcePaths.newContract(programme.slug, line.id), label: say.record.title }
  return (
    <Section id="k-kontrak" title={say.title}>
      <InRupiah />
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={contracts}
          columns={contractColumns(view, programme.slug)}
          empty={<Empty title={say.noneOfLine} action={mayAdd === true ? add : undefined} />}
        />
      </div>
      {mayAdd === true && contracts.length > 0 ? (
        <div class="mf-actions govuk-section-break--m">
          <ButtonLink secondary href={add.href}>
            {add.label}
          </ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}

function RealisationsPart({ view, data }: Props) {
  const say = words[view.lang]
  return (
    <Section id="k-realisasi" title={say.realisations}>
      <InRupiah />
      <div class="mf-panel">
        <Table
          caption={say.realisations}
          rows={data.realisations}
          columns={realisationColumns(view, data)}
          empty={<Empty title={say.noRealisations}>{say.noRealisationsRule}</Empty>}
        />
      </div>
    </Section>
  )
}

type Spent = LineData['realisations'][number]

function realisationColumns(view: View, { programme, line, mayKeep }: LineData): Column<Spent>[] {
  const say = words[view.lang]
  const standing = (row: Spent) => (row.corrected ? say.corrected : row.corrects_id ? say.correction : say.counts)
  const columns: Column<Spent>[] = [
    { label: say.spentOn, head: true, cell: (row) => <Time at={row.spent_on} /> },
    {
      label: say.amount,
      numeric: true,
      cell: (row) =>
        row.corrected ? (
          <s>
            <Amount of={row.amount} />
          </s>
        ) : (
          <Amount of={row.amount} />
        ),
    },
    {
      label: say.evidence,
      cell: (row) => (
        <>
          <Recorded lang={line.lang}>{row.evidence}</Recorded>
          {row.because ? (
            <span class="mf-small mf-muted mf-after">
              {say.because}: <Recorded lang={line.lang}>{row.because}</Recorded>
            </span>
          ) : null}
        </>
      ),
    },
    { label: say.standing, cell: standing },
    {
      label: say.who,
      plain: true,
      cell: (row) => (
        <>
          {row.person ?? <Recorded lang="id">{line.agency}</Recorded>}
          <span class="mf-small mf-muted mf-after">
            <ActTime at={row.at} />
          </span>
        </>
      ),
    },
  ]
  if (mayKeep !== true) return columns
  const fix = (row: Spent) =>
    row.corrected ? (
      <span class="mf-muted">–</span>
    ) : (
      <a class="govuk-link" href={resourcePaths.correct(programme.slug, line.id, row.id)}>
        {say.fixThis}
        <span class="govuk-visually-hidden">
          : <Time at={row.spent_on} /> <LineTitle of={line} />
        </span>
      </a>
    )
  return [...columns, { label: say.fixThis, plain: true, cell: fix }]
}
