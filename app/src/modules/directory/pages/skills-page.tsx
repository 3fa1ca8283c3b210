import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import type { SkillsData } from '../read-people-pages.ts'
import { words } from '../words.ts'
import { peopleWords } from '../words-people.ts'
import { listCrumbs } from './directory-form.tsx'
import { Posts } from './people-page.tsx'

type Props = { view: View; data: SkillsData }
const listSize = 25

/** Without words: which skills there are. With words: who has them. */
export function SkillsPage({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const { q, page, total, own } = data
  const href = (number: number) => `${directoryPaths.skills()}?${new URLSearchParams({ q, page: String(number) })}`
  return (
    <Page view={view} title={say.knows} breadcrumbs={listCrumbs(view)}>
      <h1 class="govuk-heading-xl">{say.knows}</h1>
      <p class="govuk-body-l">{say.knowsLead}</p>
      <ListTools action={directoryPaths.skills()} label={say.searchSkill} q={q} />
      <Shown page={page} size={listSize} total={total} />
      <div class="mf-panel">{q ? <Knowers view={view} data={data} /> : <Counts view={view} data={data} />}</div>
      <Pagination page={page} size={listSize} total={total} href={href} />
      {own ? (
        <div class="mf-actions mf-actions--end">
          <ButtonLink secondary href={directoryPaths.newSkill(own)}>
            {say.own}
          </ButtonLink>
        </div>
      ) : null}
    </Page>
  )
}

function Counts({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const number = (value: number) => formatNumber(view.lang, value)
  return (
    <Table
      caption={say.skills}
      rows={data.counts}
      empty={<Empty title={say.noKnowersYet}>{say.noKnowersYetRule}</Empty>}
      columns={[
        {
          label: say.skill,
          head: true,
          cell: (row) => (
            <a class="govuk-link" href={directoryPaths.skills(row.skill)}>
              <Recorded lang={row.lang}>{row.skill}</Recorded>
            </a>
          ),
        },
        { label: words[view.lang].people, numeric: true, cell: (row) => number(row.people) },
        { label: say.organisation, numeric: true, cell: (row) => number(row.organisations) },
      ]}
    />
  )
}

function Knowers({ view, data }: Props) {
  const say = peopleWords[view.lang]
  return (
    <Table
      caption={say.knowers}
      rows={data.knowers}
      empty={<Empty title={say.noKnower(data.q)}>{say.noKnowerRule}</Empty>}
      columns={[
        {
          label: say.person,
          head: true,
          cell: (row) => (
            <a class="govuk-link" href={directoryPaths.person(row.person_id)}>
              {row.person}
            </a>
          ),
        },
        { label: say.skill, cell: (row) => <Recorded lang={row.lang}>{row.skill}</Recorded> },
        { label: say.posts, cell: (row) => <Posts view={view} posts={row.posts} /> },
      ]}
    />
  )
}
