import { type NextItem, NextList } from '#ui/decision.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { ExternalLink, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { LinkKind } from '../links.ts'
import type { DecisionData } from '../loads.ts'
import { words } from '../words.ts'
import { Party } from './parts.tsx'

type Props = { view: View; data: DecisionData }

export function NextPart({ view, data }: Props) {
  const { lang, today } = view
  const say = words[lang].page
  const { publication, steps, names, facts, lag, linked } = data
  if (!publication && steps.length === 0) return null
  const published: NextItem[] = publication
    ? [
        {
          title: say.published,
          meta: (
            <>
              <Time at={publication.published_on} />
              {lag === undefined ? null : `, ${say.publishedAfter(formatNumber(lang, lag))}`}
            </>
          ),
          state: 'done',
        },
      ]
    : []
  const coming = steps.map((step): NextItem => {
    const task = step.task_id ? linked.get(step.task_id) : undefined
    return {
      title: <Recorded lang={facts.lang}>{step.title}</Recorded>,
      meta: (
        <>
          <Party of={step.organisation_id} names={names} />, <Time at={step.due_on} />
          {task ? (
            <>
              {' · '}
              <a class="govuk-link" href={task.href}>
                <Recorded lang={task.lang}>{task.label}</Recorded>
              </a>
            </>
          ) : null}
        </>
      ),
      state: step.due_on < (today ?? '') ? 'now' : 'later',
    }
  })
  const review: NextItem[] = publication?.review_on
    ? [{ title: say.reviewStep, meta: <Time at={publication.review_on} />, state: 'later' }]
    : []
  return (
    <Section id="k-lanjut" title={say.next}>
      <NextList items={[...published, ...coming, ...review]} />
    </Section>
  )
}

function linkNames(lang: View['lang']): Record<LinkKind, string> {
  const { objective, task, budgetLine, resource } = words[lang].field
  return { objective, task, 'budget-line': budgetLine, resource }
}

/** Links and attached files in one place: both explain the decision. */
export function LinksPart({ view, data, attached }: Props & { attached: Child[] }) {
  const say = words[view.lang].page
  const { links, linked, facts } = data
  const shown = links.filter((one) => one.kind === 'document' || linked.has(one.record_id ?? ''))
  if (shown.length + attached.length === 0) return null
  return (
    <Section id="k-dokumen" title={say.documents}>
      {shown.length > 0 ? (
        <ul class="govuk-list">
          {shown.map((one) => {
            const record = linked.get(one.record_id ?? '')
            return (
              <li>
                {record ? (
                  <>
                    <a class="govuk-link" href={record.href}>
                      <Recorded lang={record.lang}>{record.label}</Recorded>
                    </a>{' '}
                    <span class="mf-small mf-muted">{linkNames(view.lang)[one.kind as LinkKind]}</span>
                  </>
                ) : (
                  <ExternalLink href={one.url ?? ''}>
                    <Recorded lang={facts.lang}>{one.title ?? ''}</Recorded>
                  </ExternalLink>
                )}
              </li>
            )
          })}
        </ul>
      ) : null}
      {attached}
    </Section>
  )
}
