import type { Lang } from '#kernel/reason.ts'
import { formatNumber, formatRupiah } from '#ui/language.ts'
import { LinkedText } from '#ui/linked-text.tsx'
import { type Sort, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, SlipDate, Time } from '#ui/text.tsx'
import { useLang, type View } from '#ui/view.ts'
import type { Commitment, CommitmentRow, CommitmentTally, Outcome } from '../commitment.ts'
import { shortName } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { inLanguageOf } from '../programme.ts'
import { words } from '../words.ts'
import { withQuery } from './address.ts'
import { TargetWords } from './target-words.tsx'

type Props = { rows: CommitmentRow[]; view: View; slug: string; sort?: Sort }

export function CommitmentTable({ rows, view, slug, sort }: Props) {
  const say = words[view.lang].commitments
  return (
    <Table
      caption={say.title}
      rows={rows}
      sort={sort}
      columns={[
        { label: say.what, head: true, sort: 'title', cell: (row) => <TitleLink row={row} slug={slug} /> },
        { label: say.party, sort: 'party', cell: (row) => shortName({ name: row.party, acronym: row.acronym }) },
        { label: say.howMuch, numeric: true, cell: (row) => amountOf(view.lang, row) },
        { label: say.due, sort: 'due', cell: (row) => <Due commitment={row} /> },
        {
          label: say.outcome,
          plain: true,
          sort: 'outcome',
          cell: (row) => <OutcomeTag commitment={row} today={view.today} />,
        },
      ]}
    />
  )
}

function TitleLink({ row, slug }: { row: CommitmentRow; slug: string }) {
  const title = inLanguageOf(useLang(), { own: row.title, en: row.title_en, lang: row.lang })
  return (
    <a class="govuk-link" href={programmePaths.commitment(slug, row.id)}>
      <Recorded lang={title.lang}>{title.text}</Recorded>
    </a>
  )
}

/** "12 posyandu", "Rp 9,9 miliar"; both where both were promised. */
export function amountOf(lang: Lang, { amount, unit, money, currency }: Commitment): string {
  const quantity = amount === null ? [] : [`${formatNumber(lang, amount)} ${unit ?? ''}`.trim()]
  const value =
    money === null ? [] : [currency === 'IDR' ? formatRupiah(lang, money) : `${currency} ${formatNumber(lang, money)}`]
  return [...quantity, ...value].join(', ') || '–'
}

/** The first date struck through where it moved; what is no day stays as it was written. */
export function Due({ commitment }: { commitment: Commitment }) {
  const { first_due, current_due, first_target, current_target } = commitment
  const target = current_target ?? first_target
  if (target && first_due === current_due) return <TargetWords target={target} />
  if (first_due && current_due) return <SlipDate first={first_due} current={current_due} />
  if (current_due) return <Time at={current_due} />
  return <span class="mf-muted">{words[useLang()].commitments.noDate}</span>
}

const looks: Record<
  Outcome,
  {
    sign: 'check' | 'half' | 'down' | 'open' | 'cross' | 'dashed'
    tone: 'green' | 'yellow' | 'red' | 'orange' | 'grey'
  }
> = {
  complete: { sign: 'check', tone: 'green' },
  substantial: { sign: 'check', tone: 'green' },
  limited: { sign: 'half', tone: 'orange' },
  'not-started': { sign: 'open', tone: 'red' },
  withdrawn: { sign: 'cross', tone: 'grey' },
  unclear: { sign: 'dashed', tone: 'grey' },
}

export function OutcomeTag({ commitment, today }: { commitment: Commitment; today: string }) {
  const say = words[useLang()].commitments
  const { outcome, current_due, not_assessed } = commitment
  if (outcome) return <Tag {...looks[outcome]}>{say.outcomes[outcome]}</Tag>
  if (not_assessed) {
    return (
      <Tag sign="dashed" tone="outline">
        {say.sourceDidNotAssess}
      </Tag>
    )
  }
  const overdue = current_due !== null && current_due < today
  return (
    <Tag sign={overdue ? 'warning' : 'dashed'} tone={overdue ? 'red' : 'outline'}>
      {overdue ? say.overdue : say.notAssessed}
    </Tag>
  )
}

/** How many of those that came due were kept; both figures open their list. */
export function KeptOfDue({ tally, view, slug }: { tally: CommitmentTally; view: View; slug: string }) {
  const say = words[view.lang].commitments
  if (tally.due === 0) return <>{say.sectionNoneDue}</>
  const list = (outcome: string) => withQuery(programmePaths.commitments(slug), { outcome })
  const number = (count: number) => formatNumber(view.lang, count)
  return (
    <LinkedText text={say.sectionIntro(number(tally.kept), number(tally.due))} hrefs={[list('kept'), list('due')]} />
  )
}
