import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import { isCurrent, type Post } from '../person.ts'
import type { PeopleData } from '../read-people-pages.ts'
import { words } from '../words.ts'
import { peopleWords } from '../words-people.ts'
import { listCrumbs } from './directory-form.tsx'

type Row = PeopleData['rows'][number]
const listSize = 25

export function PeoplePage({ view, data }: { view: View; data: PeopleData }) {
  const say = peopleWords[view.lang]
  const { filter, total, organisation } = data
  const usual = { sort: 'name', dir: 'asc', page: 1 }
  const href = (change: Partial<typeof filter>) => {
    const asked = Object.entries({ ...filter, ...change })
    const said = asked.filter(([name, value]) => value !== '' && value !== usual[name as keyof typeof usual])
    return `${directoryPaths.people()}?${new URLSearchParams(Object.fromEntries(said.map(([name, value]) => [name, String(value)])))}`
  }
  return (
    <Page view={view} title={say.people} breadcrumbs={listCrumbs(view)} example={data.example}>
      <h1 class="govuk-heading-xl">{say.people}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link mf-more" href={directoryPaths.skills()}>
          {say.knows}
        </a>
      </p>
      <ListTools
        action={directoryPaths.people()}
        label={say.search}
        q={filter.q}
        hidden={filter.sort === 'name' && filter.dir === 'asc' ? {} : { sort: filter.sort, dir: filter.dir }}
        filters={[
          {
            name: 'who',
            label: say.who,
            value: filter.who,
            options: [
              { value: 'now', label: say.whos.now },
              { value: 'before', label: say.whos.before },
            ],
          },
          ...(organisation
            ? [
                {
                  name: 'organisation',
                  label: say.organisation,
                  value: organisation.id,
                  options: [{ value: organisation.id, label: organisation.name }],
                },
              ]
            : []),
        ]}
      />
      <Shown page={filter.page} size={listSize} total={total} />
      <div class="mf-panel">
        <Table
          caption={say.people}
          rows={data.rows}
          columns={columnsOf(view)}
          sort={{
            by: filter.sort,
            dir: filter.dir,
            href: (by, dir) => href({ sort: by as typeof filter.sort, dir, page: 1 }),
          }}
          empty={<Empty title={say.none}>{say.noneRule}</Empty>}
        />
      </div>
      <Pagination page={filter.page} size={listSize} total={total} href={(page) => href({ page })} />
    </Page>
  )
}

function columnsOf(view: View): Column<Row>[] {
  const say = peopleWords[view.lang]
  return [
    {
      label: say.person,
      head: true,
      sort: 'name',
      cell: (row) => (
        <a class="govuk-link" href={directoryPaths.person(row.id)}>
          {row.name}
        </a>
      ),
    },
    { label: say.posts, sort: 'organisation', cell: (row) => <Posts view={view} posts={row.posts} /> },
    {
      label: say.skills,
      cell: (row) =>
        row.skills.length > 0 ? row.skills.join(', ') : <span class="mf-muted">{words[view.lang].none_}</span>,
    },
  ]
}

/** The posts of today; where there are none, that there are none. */
export function Posts({ view, posts }: { view: View; posts: Post[] }) {
  const now = posts.filter((post) => isCurrent(post, view.today))
  if (now.length === 0) return <span class="mf-muted">{peopleWords[view.lang].noPost}</span>
  return (
    <>
      {now.map((post) => (
        <div>
          <Recorded lang={post.lang}>{post.post}</Recorded>
          <span class="mf-small mf-muted">
            {', '}
            <a class="govuk-link" href={directoryPaths.organisation(post.organisation_id)}>
              <Recorded lang={post.organisation_lang}>{post.acronym ?? post.organisation}</Recorded>
            </a>
          </span>
        </div>
      ))}
    </>
  )
}
