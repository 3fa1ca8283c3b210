import type { Verdict } from '#kernel/reason.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import type { View } from '#ui/view.ts'
import type { Listed } from '../paging.ts'
import { programmePaths } from '../paths.ts'
import { programmeStatuses } from '../programme.ts'
import { words } from '../words.ts'
import { withQuery } from './address.ts'
import { exampleAmong, ProgrammeCards, type StandingCard } from './programme-card.tsx'

export type ListData = { list: Listed<StandingCard>; q: string; status: string }

/** `found`: may this person found a programme? Undefined for visitors, who are not offered it. */
export function ListPage({ data, view, found }: { data: ListData; view: View; found?: Verdict }) {
  const say = words[view.lang]
  const { list, q, status } = data
  return (
    <Page
      view={view}
      title={say.list.title}
      example={exampleAmong(view.lang, list.rows) !== undefined}
      exampleText={exampleAmong(view.lang, list.rows)}
      breadcrumbs={[]}
      description={say.list.lead}
    >
      <h1 class="govuk-heading-xl">{say.list.title}</h1>
      <p class="govuk-body-l">{say.list.lead}</p>
      <Found verdict={found} view={view} />
      <ListTools
        action={programmePaths.list()}
        label={say.list.search}
        q={q}
        filters={[
          {
            name: 'status',
            label: say.list.status,
            value: status,
            options: programmeStatuses.map((value) => ({ value, label: say.status.names[value] })),
          },
        ]}
      />
      {list.total > 0 ? (
        <>
          <Shown {...list} />
          <h2 class="govuk-visually-hidden">{say.list.found}</h2>
          <ProgrammeCards programmes={list.rows} />
        </>
      ) : (
        <Empty
          title={q || status ? say.list.none : say.home.noProgrammes}
          action={{ href: programmePaths.list(), label: say.list.clear }}
        >
          {q || status ? say.list.noneRule : say.home.noProgrammesRule}
        </Empty>
      )}
      <Pagination {...list} href={(page) => withQuery(programmePaths.list(), { q, status, page })} />
    </Page>
  )
}

function Found({ verdict, view }: { verdict?: Verdict; view: View }) {
  const say = words[view.lang]
  if (verdict === undefined) return null
  return (
    <div class="mf-actions govuk-section-break--m">
      {verdict === true ? (
        <ButtonLink href={programmePaths.new()}>{say.home.found}</ButtonLink>
      ) : (
        <DisabledButton id="alasan-dirikan" reason={verdict.text(view.lang)}>
          {say.home.found}
        </DisabledButton>
      )}
    </div>
  )
}
