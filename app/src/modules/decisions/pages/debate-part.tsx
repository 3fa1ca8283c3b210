import { Dissent, paragraphs } from '#ui/decision.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { DecisionData } from '../loads.ts'
import { words } from '../words.ts'
import { nameOf, Party } from './parts.tsx'

type Props = { view: View; data: DecisionData }
type Question = DecisionData['questions'][number]

/** Who disagreed, in their own words: dissents they asked to record, and the reasons of those who voted against. */
export function DissentPart({ view, data }: Props) {
  const say = words[view.lang].page
  const { facts, dissents, ballots, rounds, names } = data
  const last = rounds.at(-1)?.id
  const own = new Set(dissents.map((one) => one.organisation_id))
  const against = ballots.filter(
    (one) => one.round_id === last && one.answer === 'no' && one.reason && !own.has(one.organisation_id),
  )
  if (dissents.length + against.length === 0) return null
  return (
    <Section id="k-beda" title={say.dissent}>
      {dissents.map((one) => (
        <Dissent lang={facts.lang} by={`${nameOf(names, one.organisation_id)}, ${say.dissentBy}`}>
          {one.body}
        </Dissent>
      ))}
      {against.map((one) => (
        <Dissent lang={facts.lang} by={`${nameOf(names, one.organisation_id)}, ${say.objectionBy}`}>
          {one.reason}
        </Dissent>
      ))}
    </Section>
  )
}

export function QuestionsPart(props: Props) {
  const { view, data } = props
  if (data.questions.length === 0) return null
  return (
    <Section id="k-tanya" title={words[view.lang].page.questions}>
      <ul class="mf-list">
        {data.questions.map((question) => (
          <Asked {...props} question={question} />
        ))}
      </ul>
    </Section>
  )
}

function Asked({ view, data, question }: Props & { question: Question }) {
  const say = words[view.lang].page
  const { answers, names, facts } = data
  const given = answers.filter((one) => one.question_id === question.id)
  return (
    <li>
      <h3 class="mf-list__title">
        <Recorded lang={facts.lang}>{question.body}</Recorded>
      </h3>
      <p class="mf-small mf-muted">
        <Party of={question.organisation_id} names={names} /> {say.asks}, <Time at={question.day} />
      </p>
      {given.length === 0 ? <p class="govuk-body mf-muted">{say.unanswered}</p> : null}
      {given.map((one) => (
        <>
          {paragraphs(one.body).map((text) => (
            <Recorded as="p" class="govuk-body" lang={facts.lang}>
              {text}
            </Recorded>
          ))}
          <p class="mf-small mf-muted">
            <Party of={one.organisation_id} names={names} /> {say.answers}, <Time at={one.day} />
          </p>
        </>
      ))}
    </li>
  )
}

/** Appeals stand with the decision, answered or not. */
export function AppealsPart({ view, data }: Props) {
  const say = words[view.lang].page
  const { appeals, names, facts } = data
  if (appeals.length === 0) return null
  return (
    <Section id="k-tinjau" title={say.appeals}>
      <ul class="mf-list">
        {appeals.map((one) => (
          <li>
            <h3 class="mf-list__title">
              {say.appealOf} <Party of={one.organisation_id} names={names} />, <Time at={one.day} />
            </h3>
            <Recorded as="p" class="govuk-body" lang={facts.lang}>
              {one.grounds}
            </Recorded>
            <p class="govuk-body">
              <strong>{one.upheld === null ? say.appealOpen : one.upheld ? say.upheld : say.notUpheld}</strong>{' '}
              {one.reason ? <Recorded lang={facts.lang}>{one.reason}</Recorded> : null}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
