import type { ProgrammeHead } from '#modules/programmes/public.ts'
import { AlignmentPicture } from '#ui/alignment.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type LinkKind, type Objective, titleIn } from '../objective.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'
import { programmeCrumbs } from './objectives-page.tsx'

type Owned = Objective & { owner: string }
type Link = {
  id: string
  kind: LinkKind
  from_id: string
  to_id: string
  because: string | null
  owner_id: string
  lang: string
}
export type AlignmentData = { programme: ProgrammeHead; objectives: Owned[]; links: Link[] }

export function AlignmentPage({ view, data }: { view: View; data: AlignmentData }) {
  const say = words[view.lang]
  const { programme, objectives, links } = data
  const crumbs = [
    ...programmeCrumbs(programme, view.lang),
    { href: objectivePaths.list(programme.slug), label: say.objectives },
  ]
  const linked = new Set(links.map((link) => link.from_id))
  const unlinked = objectives.filter((one) => one.scope === 'agency' && !linked.has(one.id)).length
  return (
    <Page view={view} title={say.alignment} breadcrumbs={crumbs} example={programme.example ?? false}>
      <h1 class="govuk-heading-xl">{say.alignment}</h1>
      <p class="govuk-body-l">{say.alignmentLead}</p>
      {unlinked > 0 ? <p class="govuk-body">{say.unlinked(formatNumber(view.lang, unlinked))}</p> : null}
      {links.length === 0 ? (
        <Empty title={say.alignmentNone}>{say.alignmentNoneRule}</Empty>
      ) : (
        <Picture view={view} data={data} />
      )}
      <BetweenEqual view={view} data={data} />
    </Page>
  )
}

function Picture({ view, data }: { view: View; data: AlignmentData }) {
  const { programme, objectives, links } = data
  const shown = (one: Owned) => ({
    id: one.id,
    title: titleIn(view.lang, one),
    href: objectivePaths.one(programme.slug, one.id),
    lang: one.title_en && view.lang === 'en' ? 'en' : one.lang,
  })
  const own = objectives.filter((one) => one.scope === 'agency')
  const shared = objectives.filter((one) => one.scope === 'shared')
  if (own.length === 0) return null
  const ids = { own: new Set(own.map((one) => one.id)), shared: new Set(shared.map((one) => one.id)) }
  return (
    <AlignmentPicture
      id="alignment"
      caption={words[view.lang].alignment}
      agencies={own.map((one) => ({ ...shown(one), agency: one.owner }))}
      shared={shared.map(shown)}
      links={links
        .filter((link) => ids.own.has(link.from_id) && ids.shared.has(link.to_id))
        .map((link) => ({ from: link.from_id, to: link.to_id, kind: link.kind }))}
    />
  )
}

/** Links among shared objectives, or among agencies' own: a table, since the picture has two sides only. */
function BetweenEqual({ view, data }: { view: View; data: AlignmentData }) {
  const say = words[view.lang]
  const byId = new Map(data.objectives.map((one) => [one.id, one]))
  const rows = data.links.filter(
    (link) => byId.get(link.from_id)?.scope === byId.get(link.to_id)?.scope && byId.has(link.from_id),
  )
  if (rows.length === 0) return null
  const cell = (id: string) => {
    const one = byId.get(id)!
    return (
      <a class="govuk-link" href={objectivePaths.one(data.programme.slug, id)}>
        <Recorded lang={one.title_en && view.lang === 'en' ? 'en' : one.lang}>{titleIn(view.lang, one)}</Recorded>
      </a>
    )
  }
  return (
    <Section id="h-links" title={say.links}>
      <div class="mf-panel">
        <Table
          caption={say.links}
          rows={rows}
          columns={[
            { label: say.from, head: true, cell: (link) => cell(link.from_id) },
            { label: say.kind, cell: (link) => say.kinds[link.kind] },
            { label: say.to, cell: (link) => cell(link.to_id) },
          ]}
        />
      </div>
    </Section>
  )
}
