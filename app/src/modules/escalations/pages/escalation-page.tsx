import type { Actor } from '#kernel/access.ts'
import { Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { paragraphs } from '#ui/decision.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { mayAnswerEscalation, mayWithdrawEscalation } from '../escalation.ts'
import type { EscalationData } from '../loads.ts'
import { escalationPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AnswerTag, StateTag } from './parts.tsx'

type Props = { view: View; data: EscalationData }

export function EscalationPage({ view, data, actor }: Props & { actor: Actor }) {
  const say = words[view.lang]
  const { programme, facts, withdrawn } = data
  const crumbs = [{ href: escalationPaths.list(programme.slug), label: say.title }]
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={facts.question}
      crumbs={crumbs}
      lead={<Standing view={view} data={data} />}
    >
      {withdrawn ? <Notice kind="attention" text={`${say.withdrawnBecause}: ${withdrawn}`} /> : null}
      {facts.class === 'members' ? <p class="mf-small mf-muted">{say.membersOnly}</p> : null}
      <Facts items={factsOf(view, data)} />
      {actor.kind === 'person' ? <ActsPart view={view} data={data} actor={actor} /> : null}
      <Section id="k-dicoba" title={say.tried}>
        {paragraphs(facts.tried).map((text) => (
          <Recorded as="p" class="govuk-body" lang={facts.lang}>
            {text}
          </Recorded>
        ))}
      </Section>
      <AnswersPart view={view} data={data} />
    </BelowProgramme>
  )
}

function Standing({ view, data }: Props) {
  const say = words[view.lang]
  const { facts, days } = data
  const count = formatNumber(view.lang, days)
  const told = facts.state === 'open' ? say.waits(count) : facts.state === 'withdrawn' ? null : say.took(count)
  return (
    <>
      <StateTag of={facts} today={view.today} /> {told}
      {told && facts.closed_on && facts.closed_on > facts.needed_by ? `, ${say.late.toLowerCase()}` : null}
    </>
  )
}

function factsOf(view: View, { facts, names, linked }: EscalationData) {
  const say = words[view.lang]
  const name = (id: string) => <Recorded lang={names.get(id)?.lang}>{names.get(id)?.name ?? '–'}</Recorded>
  const about = facts.subject_id ? linked.get(facts.subject_id) : undefined
  const subject = facts.subject_kind
    ? [
        {
          label: `${say.about}: ${say.kinds[facts.subject_kind]}`,
          value: about ? (
            <a class="govuk-link" href={about.href}>
              <Recorded lang={about.lang}>{about.label}</Recorded>
            </a>
          ) : (
            say.hiddenRecord
          ),
        },
      ]
    : []
  return [
    { label: say.owner, value: name(facts.owner_id) },
    { label: say.asked, value: facts.asked.map((id) => <div>{name(id)}</div>) },
    { label: say.raisedOn, value: <Time at={facts.raised_on} /> },
    { label: say.neededBy, value: <Time at={facts.needed_by} /> },
    ...subject,
  ]
}

/** Only what is this person's to do; for whoever is not asked there is nothing to say. */
function ActsPart({ view, data, actor }: Props & { actor: Actor }) {
  const say = words[view.lang]
  const { facts } = data
  const { id } = facts
  const answer = mayAnswerEscalation(actor, facts)
  const withdraw = mayWithdrawEscalation(actor, facts)
  const acts = [
    { id: 'answer', href: escalationPaths.answer(id), label: say.answer.title, verdict: answer, primary: true },
    { id: 'withdraw', href: escalationPaths.withdraw(id), label: say.withdraw.title, verdict: withdraw },
  ].filter(({ verdict }) => verdict === true || verdict.code === 'ownMatter')
  if (acts.length === 0) return null
  return (
    <Section id="k-tindakan" title={say.acts}>
      <Acts view={view} acts={acts} />
    </Section>
  )
}

function AnswersPart({ view, data }: Props) {
  const say = words[view.lang]
  const { facts, answers, names, linked } = data
  const waiting = facts.state === 'open' && answers.length > 0 ? facts.waiting : []
  const name = (id: string) => names.get(id)?.name ?? '–'
  return (
    <Section id="k-jawaban" title={say.answers}>
      {answers.length === 0 ? <Empty title={say.noAnswer}>{say.noAnswerRule}</Empty> : null}
      <ul class="mf-list">
        {answers.map((one) => {
          const decision = one.decision_id ? linked.get(one.decision_id) : undefined
          return (
            <li>
              <h3 class="mf-list__title">{say.answeredBy(name(one.organisation_id))}</h3>
              <p class="mf-small mf-muted">
                {one.person ? `${one.person}, ` : null}
                <Time at={one.answered_on} />
              </p>
              <p class="govuk-body">
                <AnswerTag kind={one.kind} />{' '}
                {decision ? (
                  <a class="govuk-link" href={decision.href}>
                    <Recorded lang={decision.lang}>{decision.label}</Recorded>
                  </a>
                ) : null}
              </p>
              {paragraphs(one.reason).map((text) => (
                <Recorded as="p" class="govuk-body" lang={facts.lang}>
                  {text}
                </Recorded>
              ))}
            </li>
          )
        })}
        {waiting.map((id) => (
          <li>
            <h3 class="mf-list__title">{say.answeredBy(name(id))}</h3>
            <p class="mf-small mf-muted">{say.stillWaiting}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
