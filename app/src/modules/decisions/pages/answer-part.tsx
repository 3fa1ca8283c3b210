import { AnswerPanel } from '#ui/decision.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { DecisionData } from '../loads.ts'
import { decisionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { StateTag } from './parts.tsx'

type Props = { view: View; data: DecisionData }

/** How it stands: what was decided, what is being voted on, or that it is still discussed. */
export function AnswerPart(props: Props) {
  const { view, data } = props
  const say = words[view.lang].page
  const { facts, withdrawal, decided, open } = data
  return (
    <>
      <Reversals {...props} />
      {withdrawal ? <Notice kind="attention" text={`${say.withdrawn}: ${withdrawal.reason}`} /> : null}
      {facts.state === 'decided' && !open ? <Empty title={say.heldTitle}>{say.heldRule}</Empty> : null}
      {facts.state === 'decided' && decided ? <Decided {...props} /> : null}
      {facts.state === 'voting' && open ? <Voting {...props} /> : null}
      {facts.state === 'deliberating' || (facts.state === 'voting' && !open) ? (
        <p class="govuk-body">
          <StateTag state={facts.state} /> {say.notYet}.
        </p>
      ) : null}
    </>
  )
}

/** Undone by a later decision, or undoing an earlier one. */
function Reversals({ view, data }: Props) {
  const say = words[view.lang].page
  const { facts, reversals, decided } = data
  return (
    <>
      {reversals.map((one) => {
        const link = { href: decisionPaths.decision(one.id), label: say.eyebrow(one.code) }
        if (one.reverses_id === facts.id)
          return one.result === 'adopted' && one.published_on ? (
            <Notice kind="attention" text={`${say.reversedBy(one.code)}.`} link={link} />
          ) : null
        const text = decided?.result === 'adopted' ? say.reverses(one.code) : say.wouldReverse(one.code)
        return <Notice kind="note" text={`${text}.`} link={link} />
      })}
    </>
  )
}

function Decided({ view, data }: Props) {
  const { lang } = view
  const say = words[lang]
  const { decided, publication, options, facts } = data
  const chosen = options.find((one) => one.id === decided!.option_id)
  const { yes, no, recused } = decided!
  const tally = tallyWords(data, lang)
  const blocks = (value: number | null) => (value !== null && Number.isInteger(value) ? value : 0)
  return (
    <AnswerPanel
      label={publication ? say.page.decided : say.result[decided!.result]}
      answer={<Recorded lang={facts.lang}>{publication?.answer ?? chosen?.title ?? ''}</Recorded>}
      meta={
        <>
          {tally}.{' '}
          {publication?.review_on ? (
            <>
              {say.page.inForce} <Time at={publication.review_on} />.
            </>
          ) : null}
          {publication ? null : say.page.awaits}
        </>
      }
      tally={{ id: 'suara', title: tally, yes: blocks(yes), no: blocks(no), out: recused }}
    />
  )
}

/** "5 setuju, 1 menolak, 1 tidak ikut memutus karena konflik kepentingan". */
export function tallyWords({ decided, rounds }: Pick<DecisionData, 'decided' | 'rounds'>, lang: View['lang']): string {
  const say = words[lang].page
  if (!decided) return ''
  const { yes, no, abstain, recused, eligible, cast_ballots: cast } = decided
  const some = (count: number | null, name: (text: string) => string) =>
    count ? [name(formatNumber(lang, count))] : []
  const parts = [
    ...some(yes, say.tallyYes),
    ...some(no, say.tallyNo),
    ...some(abstain, say.tallyAbstain),
    ...some(recused, say.tallyRecused),
    ...some(eligible - cast, say.tallyMissing),
  ]
  const secret = rounds.find((round) => round.id === decided.round_id)?.secret ? `${say.secretTally} ` : ''
  return `${secret}${parts.join(', ')}`
}

function Voting({ view, data }: Props) {
  const { lang } = view
  const say = words[lang].page
  const { facts, options } = data
  const { round } = facts
  if (!round) return null
  const number = (value: number) => formatNumber(lang, value)
  const proposal = options.find((one) => one.id === round.option_id)
  return (
    <AnswerPanel
      label={say.proposal}
      answer={<Recorded lang={facts.lang}>{proposal?.title ?? ''}</Recorded>}
      meta={
        <>
          {words[lang].rule[round.rule]}
          {round.secret ? `, ${say.secret}` : ''}.{' '}
          {say.voting(number(round.cast_ballots), number(round.eligible), number(round.needed))} {say.lastDay}{' '}
          {round.last_day === round.first_last_day ? null : (
            <>
              <s>{formatDate(lang, round.first_last_day)}</s>{' '}
            </>
          )}
          <Time at={round.last_day} />.
        </>
      }
    />
  )
}
