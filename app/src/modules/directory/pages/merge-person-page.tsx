import type { FormProps } from '#kernel/web/form.tsx'
import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import type { Post } from '../person.ts'
import type { MergePersonData } from '../read-merging.ts'
import { mergingWords } from '../words-merging.ts'
import { peopleWords } from '../words-people.ts'
import { personCrumbs } from './directory-form.tsx'
import { Posts } from './people-page.tsx'

type Props = { view: View; form: FormProps; data: MergePersonData }

export function MergePersonPage({ view, form, data }: Props) {
  const say = mergingWords[view.lang]
  const { from } = data
  return (
    <Page view={view} title={say.merge} breadcrumbs={personCrumbs(view, from)} state={form.state}>
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{say.merge}</h1>
      <p class="govuk-body-l">{say.mergeLead(from.name)}</p>
      {data.target ? <Preview view={view} form={form} data={data} /> : <Choose view={view} data={data} />}
    </Page>
  )
}

function Choose({ view, data }: { view: View; data: MergePersonData }) {
  const say = mergingWords[view.lang]
  const { from, q, found } = data
  return (
    <>
      <ListTools action={directoryPaths.personMerger(from.id)} label={say.find} q={q} />
      {found.length === 0 ? (
        <Empty title={say.nobody(q)} />
      ) : (
        <div class="mf-panel" id="f-into">
          <Table
            caption={say.chooseHead}
            captionShown
            rows={found}
            columns={[
              { label: peopleWords[view.lang].person, head: true, cell: (one) => one.name },
              { label: peopleWords[view.lang].posts, cell: (one) => <Posts view={view} posts={one.posts} /> },
              {
                label: say.choose,
                plain: true,
                cell: (one) => (
                  <ButtonLink small secondary href={directoryPaths.personMerger(from.id, one.id)} about={one.name}>
                    {say.choose}
                  </ButtonLink>
                ),
              },
            ]}
          />
        </div>
      )}
    </>
  )
}

function Preview({ view, form, data }: Props) {
  const say = mergingWords[view.lang]
  const { from, moves, may, posts } = data
  const target = data.target!
  const number = (value: number) => formatNumber(view.lang, value)
  const rows = [
    { what: say.goes, person: from.name, held: posts.from },
    { what: say.stays, person: target.name, held: posts.target },
  ]
  return (
    <Section id="f-into" title={say.preview} intro={say.forwards(from.name)}>
      <div class="mf-panel">
        <Table
          caption={say.preview}
          rows={rows}
          columns={[
            { label: say.facts, head: true, cell: (row) => row.what },
            { label: peopleWords[view.lang].person, cell: (row) => row.person },
            { label: peopleWords[view.lang].posts, cell: (row) => <Held posts={row.held} /> },
          ]}
        />
      </div>
      <p class="govuk-body">
        {say.moves}: {say.posts} {number(moves.posts)}, {say.skills} {number(moves.skills)}
      </p>
      {may === true ? (
        <Form action={form.action} formKey={form.key} hidden={{ into: target.id }}>
          <div class="mf-actions">
            <SubmitButton>{say.submit}</SubmitButton>
            <ButtonLink secondary href={directoryPaths.personMerger(target.id, from.id)}>
              {say.swap}
            </ButtonLink>
          </div>
        </Form>
      ) : (
        <DisabledButton id="merge" reason={may.text(view.lang)}>
          {say.submit}
        </DisabledButton>
      )}
    </Section>
  )
}

function Held({ posts }: { posts: Post[] }) {
  return (
    <>
      {posts.map((post) => (
        <div>
          <Recorded lang={post.lang}>{post.post}</Recorded>, {post.acronym ?? post.organisation}
        </div>
      ))}
    </>
  )
}
