import type { NamedDecision } from '#kernel/withheld.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { programmeName } from '#modules/programmes/public.ts'
import { type Fact, Facts } from '#ui/facts.tsx'
import { History } from '#ui/history.tsx'
import { formatDate, formatNumber, type Lang } from '#ui/language.ts'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Shown, Step } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { words } from '../words.ts'
import { Deadline, groundWords, StateTag } from './parts.tsx'

/** What anyone may know of a request: never who asks, nor in whose words. */
export function RequestFacts({ view, data }: { view: View; data: Shown }) {
  return <Facts items={[...about(view, data), ...ended(view, data)]} />
}

function about(view: View, { facts, programme, wording, decision, names, calendar }: Shown): Fact[] {
  const say = words[view.lang]
  const named = (id: string | null) => {
    const body = id ? names.get(id) : undefined
    return body ? <Recorded lang={body.lang}>{body.name}</Recorded> : '–'
  }
  return [
    { label: say.register.state, value: <StateTag of={facts} view={view} /> },
    { label: say.register.due, value: <Deadline of={facts} calendar={calendar} view={view} /> },
    { label: say.register.received, value: <Time at={facts.received_on} /> },
    ...(wording ? [{ label: say.one.purpose, value: <Recorded lang="id">{wording.purpose}</Recorded> }] : []),
    {
      label: say.register.programme,
      value: programme ? (
        <a class="govuk-link" href={programmePaths.programme(programme.slug)}>
          {programmeName(programme, view.lang)}
        </a>
      ) : (
        say.register.general
      ),
    },
    ...(decision ? [{ label: say.one.madeFrom, value: <DecisionLink decision={decision} /> }] : []),
    { label: say.one.owner, value: named(facts.owner_id) },
    ...(facts.holder_id ? [{ label: say.one.holder, value: named(facts.holder_id) }] : []),
    { label: say.one.channel, value: say.channel[facts.channel] },
  ]
}

function DecisionLink({ decision: { href, lang, label } }: { decision: NamedDecision }) {
  return (
    <a class="govuk-link" href={href}>
      <Recorded lang={lang}>{label}</Recorded>
    </a>
  )
}

function ended(view: View, { facts, publication, steps }: Shown): Fact[] {
  const { lang } = view
  const say = words[lang]
  // After an objection another answer may have followed the first.
  const last = steps.findLast((step) => step.kind === 'answered' || step.kind === 'forwarded')
  const items: Fact[] = [
    {
      label: say.one.decision,
      value: facts.outcome ? (
        <>
          <strong>{say.outcome[facts.outcome]}</strong>
          {last ? `, ${formatDate(lang, last.happened_on)}` : ''}
        </>
      ) : (
        say.one.noDecision
      ),
    },
  ]
  if (facts.ground) items.push({ label: say.one.ground, value: groundWords(lang, facts.ground) })
  if (facts.objected_on) items.push({ label: say.one.objection, value: objectionWords(lang, facts) })
  if (facts.disputed_on)
    items.push({
      label: say.one.dispute,
      value: facts.dispute_outcome
        ? say.disputeOutcome[facts.dispute_outcome]
        : `${say.step.disputed}, ${formatDate(lang, facts.disputed_on)}`,
    })
  if (publication && !publication.withdrawn)
    items.push({
      label: say.one.published,
      value: (
        <a class="govuk-link" href={`${requestPaths.answers()}#j-${publication.request_id}`}>
          {say.one.readPublished}
        </a>
      ),
    })
  return items
}

function objectionWords(lang: Lang, facts: Shown['facts']): string {
  const say = words[lang]
  const ground = facts.objection_ground ? say.objectionGround[facts.objection_ground] : ''
  const standing = facts.reconsideration
    ? say.reconsideration[facts.reconsideration]
    : `${say.one.objectionDue} ${formatDate(lang, facts.objection_due_on!)}`
  return `${ground}. ${standing}`
}

export function Happened({ view, data }: { view: View; data: Shown }) {
  const say = words[view.lang]
  const { facts, steps } = data
  const received = {
    at: facts.received_on,
    what: say.step.received,
    who: say.channel[facts.channel],
    more: `${say.one.until} ${formatDate(view.lang, facts.first_due_on)} · ${say.register.calendar(formatNumber(view.lang, facts.calendar_version))}`,
  }
  const rest = steps.map((step) => ({
    at: step.happened_on,
    what: say.step[step.kind as keyof typeof say.step],
    more: detailOf(view.lang, step),
  }))
  return <History events={[...rest.reverse(), received]} />
}

function detailOf(lang: Lang, step: Step): string | undefined {
  const say = words[lang]
  const parts = [
    step.organisation,
    step.kind === 'answered' && step.outcome ? say.outcome[step.outcome as keyof typeof say.outcome] : undefined,
    step.kind === 'reconsidered' && step.outcome
      ? say.reconsideration[step.outcome as keyof typeof say.reconsideration]
      : undefined,
    step.kind === 'dispute-ended' && step.outcome
      ? say.disputeOutcome[step.outcome as keyof typeof say.disputeOutcome]
      : undefined,
    step.kind === 'answered' && step.ground ? groundWords(lang, step.ground) : undefined,
    step.kind === 'objected' && step.ground
      ? say.objectionGround[step.ground as keyof typeof say.objectionGround]
      : undefined,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
