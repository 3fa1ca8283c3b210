import { paragraphs } from '#ui/decision.tsx'
import { Details } from '#ui/details.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { letterOf } from '../decision.ts'
import type { DecisionData } from '../loads.ts'
import { words } from '../words.ts'
import { nameOf, Party } from './parts.tsx'

type Props = { view: View; data: DecisionData }
type Amendment = DecisionData['amendments'][number]

export function AmendmentsPart({ view, data }: Props) {
  const say = words[view.lang].page
  const { amendments, names, facts } = data
  if (amendments.length === 0) return null
  const intro = say.amendmentsIntro(formatNumber(view.lang, amendments.length))
  const before = (one: Amendment) => amendments.find((other) => other.id === one.revises_id)
  return (
    <Section id="k-usulan" title={say.amendments} intro={intro}>
      <ul class="mf-list">
        {amendments.map((one) => (
          <li>
            <h3 class="mf-list__title">
              <Recorded lang={facts.lang}>{one.clause}</Recorded>
            </h3>
            <p class="mf-small mf-muted">
              <Party of={one.organisation_id} names={names} />, <Time at={one.day} />
              {before(one) ? `, ${say.revises} ${nameOf(names, before(one)!.organisation_id)}` : null}
            </p>
            <Recorded as="p" class="govuk-body" lang={facts.lang}>
              {one.body}
            </Recorded>
            <p class="mf-small">
              {say.reasonFor}: <Recorded lang={facts.lang}>{one.reason}</Recorded>
            </p>
            <Answered view={view} data={data} of={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const looks: Record<NonNullable<Amendment['answer']>, { sign: SignName; tone: Tone }> = {
  accepted: { sign: 'check', tone: 'green' },
  declined: { sign: 'cross', tone: 'red' },
  withdrawn: { sign: 'stop', tone: 'grey' },
}

function Answered({ view, data, of }: Props & { of: Amendment }) {
  const say = words[view.lang].page
  const version = data.versions.find((one) => one.amendment_id === of.id)
  const entered = data.options.find((one) => one.id === version?.option_id)
  if (!of.answer) return <p class="mf-small mf-muted">{say.amendmentOpen}</p>
  return (
    <p class="govuk-body">
      <Tag {...looks[of.answer]}>{say.amendmentAnswers[of.answer]}</Tag>{' '}
      {entered ? `${say.enters(letterOf(entered.position))}, ` : null}
      {of.answered_on ? <Time at={of.answered_on} /> : null}
      {'. '}
      <Recorded lang={data.facts.lang}>{of.answer_reason ?? ''}</Recorded>
    </p>
  )
}

/** Under an option whose words were changed: by whose amendment, and how it read before. */
export function EarlierWords({ view, data, of }: Props & { of: string }) {
  const say = words[view.lang].page
  const { options, versions, amendments, names, facts } = data
  const own = versions.filter((one) => one.option_id === of)
  const last = own.at(-1)
  if (!last) return null
  const by = amendments.find((one) => one.id === last.amendment_id)
  const first = { body: options.find((one) => one.id === of)?.first_body ?? '', day: null }
  const earlier: { body: string; day: string | null }[] = [...own.slice(0, -1).reverse(), first]
  return (
    <>
      <p class="mf-small mf-muted">
        {say.amendedOn} {by ? <Party of={by.organisation_id} names={names} /> : null}, <Time at={last.day} />
      </p>
      <Details summary={say.earlierWording}>
        {earlier.map(({ body, day }) => (
          <>
            <p class="mf-small mf-muted">{day ? <Time at={day} /> : say.firstWording}</p>
            {(body ? paragraphs(body) : ['–']).map((text) => (
              <Recorded as="p" class="govuk-body" lang={facts.lang}>
                {text}
              </Recorded>
            ))}
          </>
        ))}
      </Details>
    </>
  )
}
