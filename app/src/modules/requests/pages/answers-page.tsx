import { paragraphs } from '#ui/decision.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { pageSize } from '../list-query.ts'
import type { AnswersData } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { codeOf } from '../request.ts'
import { words } from '../words.ts'
import { Links } from './parts.tsx'

const crumbs = (view: View) => [{ href: requestPaths.register(), label: words[view.lang].register.title }]

export function AnswersPage({ view, data }: { view: View; data: AnswersData }) {
  const say = words[view.lang].answers
  const { rows, total, query } = data
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={crumbs(view)}
      description={say.lead}
      example={rows.some((row) => row.example)}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <ListTools action={requestPaths.answers()} label={say.search} q={query.q} />
      {total > 0 ? <Shown page={query.page} size={pageSize} total={total} /> : null}
      {rows.map((row) => (
        <Answer view={view} row={row} />
      ))}
      {total === 0 && query.q ? <Empty title={say.noneFound}>{say.noneFoundRule}</Empty> : null}
      {total === 0 && !query.q ? <Empty title={say.none}>{say.noneRule}</Empty> : null}
      <Pagination
        page={query.page}
        size={pageSize}
        total={total}
        href={(page) => requestPaths.answers({ ...query, page })}
      />
    </Page>
  )
}

function Answer({ view, row }: { view: View; row: AnswersData['rows'][number] }) {
  const say = words[view.lang].answers
  return (
    <article class="mf-section" id={`j-${row.request_id}`}>
      <h2 class="govuk-heading-m">
        <Recorded lang={row.lang}>{row.title}</Recorded>
      </h2>
      <p class="mf-small mf-muted">
        <Time at={row.published_on} /> ·{' '}
        <a class="govuk-link" href={requestPaths.one(row.request_id)}>
          {say.from(codeOf(row))}
        </a>
      </p>
      <Recorded lang={row.lang} as="div">
        {paragraphs(row.body).map((part) => (
          <p class="govuk-body">{part}</p>
        ))}
      </Recorded>
      <Links links={row.links} />
    </article>
  )
}
