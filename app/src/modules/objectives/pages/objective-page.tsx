import type { Verdict } from '#kernel/reason.ts'
import type { ProgrammeHead } from '#modules/programmes/public.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { History } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber, formatPercent } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Progress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type LinkKind, type Measure, type Objective, type Observation, titleIn } from '../objective.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'
import { Links } from './links.tsx'
import { Measures } from './measures.tsx'
import { programmeCrumbs } from './objectives-page.tsx'

export type ShownMeasure = Measure & {
  owner: string
  latest?: Observation
  /** Against the first target; beside it, against the present one. */
  progress?: number
  ofPresentTarget?: number
  observations: Observation[]
  may: Verdict
  mayRetarget: Verdict
}
export type ShownLink = {
  id: string
  kind: LinkKind
  outgoing: boolean
  other: { id: string; title: string; lang: string; owner: string; scope: string }
  because: string | null
  lang: string
}
export type ObjectiveData = {
  programme: ProgrammeHead
  objective: Objective & { owner: string }
  progress?: number
  parent?: { id: string; title: string }
  children: { id: string; title: string; lang: string }[]
  measures: ShownMeasure[]
  links: ShownLink[]
  history: { name: string; at: string; person: string | null }[]
  mayChange: Verdict
  mayLink: Verdict
}

/** `more`: what other modules put on the page. */
export function ObjectivePage({ view, data, more }: { view: View; data: ObjectiveData; more: Child[] }) {
  const say = words[view.lang]
  const { programme, objective } = data
  const crumbs = [
    ...programmeCrumbs(programme, view.lang),
    { href: objectivePaths.list(programme.slug), label: say.objectives },
  ]
  const english = view.lang === 'en'
  const summary = english && objective.summary_en ? objective.summary_en : objective.summary
  return (
    <Page view={view} title={titleIn(view.lang, objective)} breadcrumbs={crumbs} example={programme.example ?? false}>
      <h1 class="govuk-heading-xl">
        <Recorded lang={english && objective.title_en ? 'en' : objective.lang}>
          {titleIn(view.lang, objective)}
        </Recorded>
      </h1>
      {summary ? (
        <p class="govuk-body-l">
          <Recorded lang={english && objective.summary_en ? 'en' : objective.lang}>{summary}</Recorded>
        </p>
      ) : null}
      {objective.dropped_because ? <Notice kind="attention" text={say.droppedOn(objective.dropped_because)} /> : null}
      <ObjectiveFacts view={view} data={data} />
      <Measures view={view} data={data} />
      <Links view={view} data={data} />
      {more}
      <Section id="h-history" title={say.history}>
        <History
          events={data.history.map((event) => ({
            at: event.at,
            what: say.events[event.name as keyof typeof say.events] ?? event.name,
            who: event.person ?? undefined,
          }))}
        />
      </Section>
      <Acts view={view} data={data} />
    </Page>
  )
}

function ObjectiveFacts({ view, data }: { view: View; data: ObjectiveData }) {
  const say = words[view.lang]
  const { objective, programme, progress, parent, children } = data
  const link = (one: { id: string; title: string }) => (
    <a class="govuk-link" href={objectivePaths.one(programme.slug, one.id)}>
      {one.title}
    </a>
  )
  const items = [
    { label: say.scope, value: objective.scope === 'shared' ? say.scopes.shared : objective.owner },
    { label: say.weight, value: formatNumber(view.lang, objective.weight) },
    {
      label: say.progress,
      value: progress === undefined ? <NoProgress view={view} /> : <Share view={view} progress={progress} />,
    },
    ...(parent ? [{ label: say.parent, value: link(parent) }] : []),
    ...(children.length > 0 ? [{ label: say.children, value: children.map((child) => <div>{link(child)}</div>) }] : []),
  ]
  return <Facts items={items} />
}

function Share({ view, progress }: { view: View; progress: number }) {
  return (
    <>
      <strong>{formatPercent(view.lang, progress, 0)}</strong>
      <Progress id="progress" ratio={progress} title={words[view.lang].progressOf} />
    </>
  )
}

function NoProgress({ view }: { view: View }) {
  const say = words[view.lang]
  return (
    <>
      {say.noProgress}
      <span class="mf-small mf-muted mf-after">{say.noProgressWhy}</span>
    </>
  )
}

function Acts({ view, data }: { view: View; data: ObjectiveData }) {
  const say = words[view.lang]
  const { programme, objective, mayChange } = data
  if (!view.person) return null
  if (mayChange !== true) {
    return (
      <DisabledButton id="edit-objective" reason={mayChange.text(view.lang)}>
        {say.edit}
      </DisabledButton>
    )
  }
  return (
    <div class="mf-actions">
      <ButtonLink href={objectivePaths.edit(programme.slug, objective.id)}>{say.edit}</ButtonLink>
      <ButtonLink secondary href={objectivePaths.drop(programme.slug, objective.id)}>
        {say.drop}
      </ButtonLink>
    </div>
  )
}
