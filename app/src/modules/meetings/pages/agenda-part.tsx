import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { linkedTitle } from '../links.ts'
import { meetingPaths } from '../paths.ts'
import type { MeetingData, PlacedItem, Proposal } from '../read-pages.ts'
import { words } from '../words.ts'
import { KindTag, Matter, Outcome } from './parts.tsx'

type Props = { view: View; data: MeetingData; formKey: () => string }

/** So many proposals are shown at once; the rest follow as these are taken up. */
const shownProposals = 8

export function AgendaPart({ view, data, formKey }: Props) {
  const say = words[view.lang]
  const { meeting, agenda, may } = data
  return (
    <Section id="h-agenda" title={say.agenda}>
      <div class="mf-panel">
        <Table
          caption={say.agenda}
          rows={agenda}
          columns={columnsOf(view, data)}
          empty={<Empty title={say.agendaNone}>{say.agendaNoneRule}</Empty>}
        />
      </div>
      {view.person && meeting.state === 'planned' ? <Bring view={view} data={data} /> : null}
      {may.bring === true ? <Proposals view={view} data={data} formKey={formKey} /> : null}
    </Section>
  )
}

function columnsOf(view: View, data: MeetingData): Column<PlacedItem>[] {
  const say = words[view.lang]
  const { meeting, may } = data
  const columns: Column<PlacedItem>[] = [
    { label: say.form.itemTitle, head: true, cell: (item) => <Matter item={item} /> },
    { label: say.form.kind, plain: true, cell: (item) => <KindTag kind={item.kind} /> },
  ]
  if (meeting.state !== 'held') return columns
  const result: Column<PlacedItem> = {
    label: say.form.result,
    plain: true,
    cell: (item) => (
      <>
        {item.outcome ? <Outcome item={item} data={data} /> : <span class="mf-muted">{say.resultOpen}</span>}
        {may.conclude === true ? (
          <p class="mf-small mf-after">
            <a class="govuk-link" href={meetingPaths.result(meeting.id, item.id)}>
              {item.outcome ? say.correctResult : say.conclude}
              <span class="govuk-visually-hidden">: {item.title}</span>
            </a>
          </p>
        ) : null}
      </>
    ),
  }
  return [...columns, result]
}

function Bring({ view, data }: { view: View; data: MeetingData }) {
  const say = words[view.lang]
  const { bring } = data.may
  if (bring === true)
    return (
      <div class="mf-actions">
        <ButtonLink href={meetingPaths.newItem(data.meeting.id)}>{say.bring}</ButtonLink>
      </div>
    )
  return (
    <DisabledButton id="bring" reason={bring.text(view.lang)}>
      {say.bring}
    </DisabledButton>
  )
}

function Proposals({ view, data, formKey }: Props) {
  const say = words[view.lang]
  const { proposals, meeting } = data
  if (proposals.length === 0) return null
  const rows = proposals.slice(0, shownProposals)
  const rest = proposals.length - rows.length
  return (
    <>
      <h3 class="govuk-heading-m">{say.proposals}</h3>
      <p class="mf-small mf-muted">
        {say.proposalsLead} {rest > 0 ? say.proposalsMore(formatNumber(view.lang, rest)) : null}
      </p>
      <div class="mf-panel">
        <Table
          caption={say.proposals}
          rows={rows}
          columns={[
            { label: say.form.itemTitle, head: true, cell: (row) => <ProposedMatter row={row} lang={view.lang} /> },
            {
              label: say.place,
              plain: true,
              cell: (row) => (
                <Form bare action={meetingPaths.proposal(meeting.id)} formKey={formKey()} hidden={{ proposal: row.id }}>
                  <SubmitButton small secondary about={matterOf(row, view.lang).text}>
                    {say.place}
                  </SubmitButton>
                </Form>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}

function matterOf(row: Proposal, lang: Lang): { text: string; lang: Lang } {
  return row.why === 'carried' ? { text: row.item.title, lang: row.item.lang } : linkedTitle(row.question, lang)
}

function ProposedMatter({ row, lang }: { row: Proposal; lang: Lang }) {
  const say = words[lang].whys
  const title = matterOf(row, lang)
  const number = (value: number) => formatNumber(lang, value)
  return (
    <>
      {row.why === 'carried' ? (
        <Recorded lang={title.lang}>{title.text}</Recorded>
      ) : (
        <a class="govuk-link" href={row.question.href}>
          <Recorded lang={title.lang}>{title.text}</Recorded>
        </a>
      )}
      <span class="mf-small mf-muted mf-after">
        {row.why === 'carried'
          ? say.carried(number(row.times))
          : row.why === 'no-owner'
            ? say['no-owner']
            : say[row.why](number(row.days ?? 0))}
      </span>
    </>
  )
}
