import { Empty } from '#ui/empty.tsx'
import { FoundList } from '#ui/found.tsx'
import { Page } from '#ui/frame.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Pagination, Shown } from '#ui/pagination.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { foundKinds } from '../links.ts'
import type { Found, SearchData } from '../loads.ts'
import { searchPaths } from '../paths.ts'
import { pageSize } from '../sizes.ts'
import { words } from '../words.ts'

export function SearchPage({ data, view }: { data: SearchData; view: View }) {
  const say = words[view.lang]
  const { query, total, more, found } = data
  const title = query.q === '' ? say.title : say.titleOf(query.q)
  return (
    <Page view={view} title={title} breadcrumbs={[]} description={say.lead}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <Tools data={data} view={view} />
      {query.q === '' ? <Hints view={view} /> : null}
      {query.q !== '' && total > 0 ? (
        <section aria-labelledby="h-hasil">
          <h2 id="h-hasil" class="govuk-heading-m">
            {say.found(query.q)}
          </h2>
          <Shown page={query.page} size={pageSize} total={total} />
          {more ? <p class="mf-small mf-muted">{say.more(String(total))}</p> : null}
          <FoundList items={found.map((one) => itemOf(one, view))} />
        </section>
      ) : null}
      {query.q !== '' && total === 0 ? <NothingFound data={data} view={view} /> : null}
      <Pagination
        page={query.page}
        size={pageSize}
        total={total}
        href={(page) => searchPaths.search({ ...query, page })}
      />
    </Page>
  )
}

function Tools({ data: { query, programmes }, view }: { data: SearchData; view: View }) {
  const say = words[view.lang]
  const nameOf = ({ name, name_en }: (typeof programmes)[number]) => (view.lang === 'en' && name_en ? name_en : name)
  return (
    <ListTools
      action={searchPaths.search()}
      label={say.field}
      q={query.q}
      filters={[
        {
          name: 'kind',
          label: say.kind,
          value: query.kind,
          options: foundKinds.map((value) => ({ value, label: say.kinds[value] })),
        },
        {
          name: 'programme',
          label: say.programme,
          value: query.programme,
          options: programmes.map((one) => ({ value: one.slug, label: nameOf(one) })),
        },
      ]}
    />
  )
}

function itemOf(found: Found, view: View) {
  const say = words[view.lang]
  const { programme, about } = found
  const kind =
    found.class === 'public' ? say.kinds[found.kind] : `${say.kinds[found.kind]} · ${say.classes[found.class]}`
  const own = found.title.text.length > 0
  return {
    href: found.href,
    title: own ? found.title.text : [{ text: about ? say.about(about.title) : say.aComment, found: false }],
    lang: own ? found.title.lang : about?.lang,
    facts: [
      kind,
      ...(programme && found.kind !== 'programme' ? [<Recorded lang={programme.lang}>{programme.name}</Recorded>] : []),
      <Time at={found.day} />,
    ],
    excerpt: found.excerpt.text,
    excerptLang: found.excerpt.lang,
  }
}

function NothingFound({ data: { query }, view }: { data: SearchData; view: View }) {
  const say = words[view.lang]
  const narrowed = query.kind !== '' || query.programme !== ''
  return narrowed ? (
    <Empty title={say.none(query.q)} action={{ href: searchPaths.search({ q: query.q }), label: say.everywhere }}>
      {say.noneNarrowed}
    </Empty>
  ) : (
    <Empty title={say.none(query.q)} action={{ href: '/information-requests/new', label: say.ask }}>
      {say.noneRule}
    </Empty>
  )
}

function Hints({ view }: { view: View }) {
  const say = words[view.lang]
  return <Empty title={say.nothingAsked}>{say.hints}</Empty>
}
