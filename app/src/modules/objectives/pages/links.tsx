import { ButtonLink } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'
import type { ObjectiveData, ShownLink } from './objective-page.tsx'

export function Links({ view, data }: { view: View; data: ObjectiveData }) {
  const say = words[view.lang]
  const { programme, objective, links, mayLink } = data
  const add = { href: objectivePaths.newLink(programme.slug, objective.id), label: say.link }
  return (
    <Section id="h-links" title={say.links}>
      {links.length === 0 ? (
        <Empty title={say.alignmentNone} action={mayLink === true ? add : undefined}>
          {say.alignmentNoneRule}
        </Empty>
      ) : (
        <div class="mf-panel">
          <Table caption={say.links} rows={links} columns={columnsOf(view, data)} />
        </div>
      )}
      {mayLink === true && links.length > 0 ? (
        <ButtonLink secondary href={add.href}>
          {add.label}
        </ButtonLink>
      ) : null}
    </Section>
  )
}

function columnsOf(view: View, { programme, objective, mayLink }: ObjectiveData) {
  const say = words[view.lang]
  const columns = [
    {
      label: say.kind,
      cell: (link: ShownLink) => (link.outgoing ? say.kinds[link.kind] : `${say.kinds[link.kind]} (${say.linkedFrom})`),
    },
    {
      label: say.objective,
      head: true,
      cell: (link: ShownLink) => (
        <a class="govuk-link" href={objectivePaths.one(programme.slug, link.other.id)}>
          <Recorded lang={link.other.lang}>{link.other.title}</Recorded>
        </a>
      ),
    },
    {
      label: say.scope,
      cell: (link: ShownLink) => (link.other.scope === 'shared' ? say.scopes.shared : link.other.owner),
    },
    { label: say.because, cell: (link: ShownLink) => <Recorded lang={link.lang}>{link.because ?? '–'}</Recorded> },
  ]
  if (mayLink !== true) return columns
  const end = (link: ShownLink) =>
    link.outgoing ? (
      <a class="govuk-link" href={objectivePaths.endLink(programme.slug, objective.id, link.id)}>
        {say.unlink}
        <span class="govuk-visually-hidden">: {link.other.title}</span>
      </a>
    ) : (
      <span class="mf-muted">–</span>
    )
  return [...columns, { label: say.unlink, plain: true, cell: end }]
}
