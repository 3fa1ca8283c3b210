import { interestPaths } from '#modules/interests/public.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { formatNumber, formatPercent } from '#ui/language.ts'
import { Time } from '#ui/text.tsx'
import type { NavItem, View } from '#ui/view.ts'
import { letterOf } from '../decision.ts'
import type { DecisionData } from '../loads.ts'
import { words } from '../words.ts'
import { Party, ResultTag } from './parts.tsx'

/** Beside the decision: what is on the page, by which rule it is decided, and whom it concerns. */
export function AsidePart({ view, data, contents }: { view: View; data: DecisionData; contents: NavItem[] }) {
  const say = words[view.lang]
  const { programme, facts, names, concerned, delegations } = data
  return (
    <aside class="mf-aside" aria-label={say.page.about}>
      <div class="mf-aside__toc">
        <h2>{say.page.onThisPage}</h2>
        <ul class="mf-toc">
          {contents.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
      <h2>{say.page.how}</h2>
      <p>
        {say.ruleText[facts.rule]} {say.page.quorum(formatPercent(view.lang, facts.quorum, 0))}{' '}
        <a class="govuk-link" href={programmePaths.charter(programme.slug)}>
          {say.page.charter(formatNumber(view.lang, facts.charter_number))}
        </a>
      </p>
      <Rounds view={view} data={data} />
      <h2>{say.page.concerned}</h2>
      {concerned.length === 0 ? <p>{say.page.noConcerned}</p> : null}
      {concerned.map((one) => (
        <p>
          {say.relation[one.relation]}: <Party of={one.organisation_id} names={names} />
        </p>
      ))}
      <p>
        <a class="govuk-link" href={interestPaths.register(programme.slug)}>
          {say.page.register}
        </a>
      </p>
      <h2>{say.page.raisedBy}</h2>
      <p>
        <Party of={facts.owner_id} names={names} />, <Time at={facts.raised_on} />
      </p>
      {delegations.length > 0 ? <h2>{say.page.delegations}</h2> : null}
      {delegations.map((one) => (
        <p>
          {one.person ? `${one.person}, ` : null}
          <Party of={one.organisation_id} names={names} />
        </p>
      ))}
    </aside>
  )
}

function Rounds({ view, data }: { view: View; data: DecisionData }) {
  const say = words[view.lang]
  const { rounds, outcomes, options } = data
  if (rounds.length < 2) return null
  return (
    <>
      <h2>{say.page.rounds}</h2>
      {rounds.map((round) => {
        const outcome = outcomes.find((one) => one.round_id === round.id)
        const option = options.find((one) => one.id === round.option_id)
        return (
          <p>
            {say.page.round(formatNumber(view.lang, round.number))}: {say.rule[round.rule]}
            {option ? `, ${letterOf(option.position)}` : null} {outcome ? <ResultTag result={outcome.result} /> : null}
          </p>
        )
      })}
    </>
  )
}
