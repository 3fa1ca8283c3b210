import type { Verdict } from '#kernel/reason.ts'
import { Empty } from '#ui/empty.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { FileLink } from '#ui/file-link.tsx'
import { Page } from '#ui/frame.tsx'
import { History, type HistoryEvent } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { daysBetween, formatDays, formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ExternalLink, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { CommitmentMove, CommitmentRecord, CommitmentRow } from '../commitment.ts'
import { programmePaths } from '../paths.ts'
import { inLanguageOf } from '../programme.ts'
import type { ProgrammeHead } from '../public.ts'
import type { ShownReport } from '../report-files.ts'
import { words } from '../words.ts'
import { type Act, Acts, trail } from './below-programme.tsx'
import { amountOf, Due, OutcomeTag } from './commitment-table.tsx'
import { targetWords } from './target-words.tsx'

export type CommitmentData = {
  programme: ProgrammeHead
  commitment: CommitmentRow
  record: Omit<CommitmentRecord, 'reports'> & { reports: ShownReport[] }
}

/** What this person may do with the commitment; undefined for readers without a seat. */
export type CommitmentRights = { move: Verdict; report: Verdict; assess: Verdict; grant?: Verdict }

/** `more`: what other modules put on the page. */
type Props = { data: CommitmentData; view: View; rights?: CommitmentRights; more: Child[] }

export function CommitmentPage({ data, view, rights, more }: Props) {
  const { programme, commitment, record } = data
  const say = words[view.lang].commitments
  const title = inLanguageOf(view.lang, { own: commitment.title, en: commitment.title_en, lang: commitment.lang })
  const back = { href: programmePaths.commitments(programme.slug), label: say.title }
  return (
    <Page
      view={view}
      title={title.text}
      breadcrumbs={trail(view, programme, back)}
      example={programme.example ?? undefined}
    >
      <div class="mf-prog__tags">
        <OutcomeTag commitment={commitment} today={view.today} />
      </div>
      <Recorded as="h1" class="govuk-heading-xl" lang={title.lang}>
        {title.text}
      </Recorded>
      <Facts items={factsOf(commitment, view)} />
      {rights ? <Acts acts={actsOf(rights, commitment, programme.slug, view)} view={view} /> : null}
      <Assessments rows={record.assessments} view={view} />
      <Reports data={data} view={view} />
      <Moves rows={record.moves} view={view} />
      {more}
    </Page>
  )
}

function factsOf(commitment: CommitmentRow, view: View): Fact[] {
  const say = words[view.lang].commitments
  const { detail } = say
  const { not_assessed, first_target, first_due } = commitment
  const assessed = not_assessed ? say.sourceReasons[not_assessed] : undefined
  const raw = first_target && 'raw' in first_target ? first_target.raw : undefined
  const first = first_due ? <Time at={first_due} /> : first_target ? targetWords(view.lang, first_target) : say.noDate
  return [
    { label: detail.promisedBy, value: <strong>{commitment.party}</strong> },
    { label: detail.amount, value: amountOf(view.lang, commitment) },
    { label: detail.currentDue, value: <Due commitment={commitment} /> },
    { label: detail.firstDue, value: first },
    {
      label: detail.expectedEvidence,
      value: commitment.expected_evidence ?? <span class="mf-muted">{detail.noEvidence}</span>,
    },
    { label: detail.class, value: detail.classes[commitment.class] },
    ...(raw && raw !== first_due ? [{ label: say.asWritten, value: raw }] : []),
    ...(assessed ? [{ label: detail.outcome, value: assessed }] : []),
  ]
}

function actsOf(rights: CommitmentRights, { id, class: of }: CommitmentRow, slug: string, view: View): Act[] {
  const say = words[view.lang].commitments
  const acts: Act[] = [
    { id: 'alasan-lapor', href: programmePaths.commitmentReport(slug, id), label: say.report, verdict: rights.report },
    {
      id: 'alasan-nilai',
      href: programmePaths.commitmentAssessment(slug, id),
      label: say.assess,
      verdict: rights.assess,
    },
    { id: 'alasan-geser', href: programmePaths.commitmentMove(slug, id), label: say.move, verdict: rights.move },
  ]
  if (of === 'public' || rights.grant === undefined) return acts
  return [
    ...acts,
    { id: 'alasan-akses', href: programmePaths.newGrant(slug, id), label: say.grant, verdict: rights.grant },
  ]
}

function Assessments({ rows, view }: { rows: CommitmentRecord['assessments']; view: View }) {
  const say = words[view.lang].commitments
  const events = rows.map(
    (row): HistoryEvent => ({
      at: row.on_day,
      what: say.outcomes[row.outcome],
      who: [row.person, row.organisation].filter(Boolean).join(', ') || say.detail.assessedBySource,
      more: row.reason ? <Recorded lang={row.lang}>{row.reason}</Recorded> : undefined,
    }),
  )
  return (
    <Section id="h-nilai" title={say.detail.assessments} intro={say.detail.assessmentsRule}>
      {events.length > 0 ? <History events={events} /> : <Empty title={say.detail.assessmentsNone} />}
    </Section>
  )
}

function Reports({ data: { record, commitment }, view }: { data: CommitmentData; view: View }) {
  const say = words[view.lang].commitments
  const events = record.reports.map(
    (row): HistoryEvent => ({
      at: row.on_day,
      what: <Recorded lang={row.lang}>{row.text}</Recorded>,
      who: row.person ?? undefined,
      more: (
        <>
          {row.amount === null
            ? null
            : `${say.detail.reported(`${formatNumber(view.lang, row.amount)} ${commitment.unit ?? ''}`)} `}
          {row.url ? <ExternalLink href={row.url}>{say.detail.evidence}</ExternalLink> : null}
          {row.file ? (
            <FileLink
              label={say.detail.file}
              file={row.file === 'closed' ? undefined : row.file}
              closed={say.detail.fileClosed}
            />
          ) : null}
        </>
      ),
    }),
  )
  return (
    <Section id="h-lapor" title={say.detail.reports}>
      {events.length > 0 ? (
        <History events={events} />
      ) : (
        <Empty title={say.detail.reportsNone}>{say.detail.reportsRule}</Empty>
      )}
    </Section>
  )
}

function Moves({ rows, view }: { rows: CommitmentRecord['moves']; view: View }) {
  const { move, moves, movesNone } = words[view.lang].commitments.detail
  return (
    <Section id="h-geser" title={moves}>
      <Table
        caption={moves}
        rows={rows}
        empty={<p class="govuk-body mf-muted">{movesNone}</p>}
        columns={[
          { label: move.from, head: true, cell: (row) => (row.from_due ? <Time at={row.from_due} /> : '–') },
          { label: move.to, cell: (row) => (row.to_due ? <Time at={row.to_due} /> : '–') },
          { label: move.days, cell: (row) => slip(row, view) },
          { label: move.askedBy, cell: (row) => row.organisation ?? '–' },
          { label: move.reason, cell: (row) => <Recorded lang={row.lang}>{row.reason}</Recorded> },
          { label: move.on, cell: (row) => <Time at={row.on_day} /> },
        ]}
      />
    </Section>
  )
}

function slip({ from_due, to_due }: CommitmentMove, view: View): string {
  return from_due && to_due ? formatDays(view.lang, daysBetween(from_due, to_due)) : '–'
}
