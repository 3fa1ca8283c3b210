import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { operatorPaths } from '../paths.ts'
import { words } from '../words.ts'

type Follower = { follower: string; number: number; behind: number }
type Failure = {
  follower: string
  number: number
  attempts: number
  error: string
  failed_at: Date
  dead_at: Date | null
}
export type OperatorData = {
  followers: Follower[]
  failures: Failure[]
  mails: { waiting: number; failed: number; oldest: Date | null }
}

/** `more`: what other modules tell. */
export function OperatorPage({ view, data, more }: { view: View; data: OperatorData; more: Child }) {
  const say = words[view.lang]
  const dead = data.failures.filter((failure) => failure.dead_at).length
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{dead > 0 ? say.needs(number(dead)) : say.allWell}</p>
      <p class="govuk-body">{say.lead}</p>
      <Section id="h-failures" title={say.failures}>
        <div class="mf-panel">
          <Table
            caption={say.failures}
            rows={data.failures}
            columns={failureColumns(view)}
            empty={<Empty title={say.noFailures} />}
          />
        </div>
      </Section>
      {more}
      <Section id="h-followers" title={say.followers}>
        <div class="mf-panel">
          <Table
            caption={say.followers}
            rows={data.followers}
            empty={<Empty title={say.none} />}
            columns={[
              { label: say.follower, head: true, cell: (row) => <code>{row.follower}</code> },
              { label: say.read, numeric: true, cell: (row) => number(row.number) },
              { label: say.behind, numeric: true, cell: (row) => number(row.behind) },
            ]}
          />
        </div>
      </Section>
      <Section id="h-mails" title={say.mails}>
        <Facts
          items={[
            { label: say.waiting, value: number(data.mails.waiting) },
            { label: say.failed, value: number(data.mails.failed) },
            { label: say.oldest, value: data.mails.oldest ? <Time at={data.mails.oldest} clock /> : '–' },
          ]}
        />
      </Section>
    </Page>
  )
}

function failureColumns(view: View) {
  const say = words[view.lang]
  return [
    { label: say.follower, head: true, cell: (row: Failure) => <code>{row.follower}</code> },
    { label: say.number, numeric: true, cell: (row: Failure) => formatNumber(view.lang, row.number) },
    { label: say.attempts, numeric: true, cell: (row: Failure) => formatNumber(view.lang, row.attempts) },
    { label: say.error, cell: (row: Failure) => row.error },
    {
      label: say.state,
      plain: true,
      cell: (row: Failure) =>
        row.dead_at ? (
          <>
            <Tag sign="warning" tone="red">
              {say.dead}
            </Tag>{' '}
            <a class="govuk-link" href={operatorPaths.retry(row.follower, row.number)}>
              {say.retry}
              <span class="govuk-visually-hidden">: {row.number}</span>
            </a>
          </>
        ) : (
          <Tag sign="half">{say.retrying}</Tag>
        ),
    },
  ]
}
