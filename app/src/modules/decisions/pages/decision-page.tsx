import { Acts } from '#modules/programmes/pages/below-programme.tsx'
import { type OptionItem, OptionList, paragraphs } from '#ui/decision.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Section } from '#ui/section.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { NavItem, View } from '#ui/view.ts'
import type { OpenAct } from '../acts.ts'
import { codeOf, letterOf, questionIn } from '../decision.ts'
import type { DecisionData } from '../loads.ts'
import { type Act, decisionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AmendmentsPart, EarlierWords } from './amendments-part.tsx'
import { AnswerPart } from './answer-part.tsx'
import { AsidePart } from './aside-part.tsx'
import { AppealsPart, DissentPart, QuestionsPart } from './debate-part.tsx'
import { LinksPart, NextPart } from './next-part.tsx'
import { crumbsTo, QuestionText } from './parts.tsx'
import { PositionsPart } from './positions-part.tsx'

type Props = { view: View; data: DecisionData; acts: OpenAct[] | undefined }
/** `more`: what other modules tell of this record. */
type PageProps = Props & { more: Child }

export function DecisionPage({ view, data, acts, more }: PageProps) {
  const say = words[view.lang].page
  const { programme, facts, decided } = data
  return (
    <Page
      view={view}
      title={questionIn(facts, view.lang).text}
      breadcrumbs={crumbsTo(view, programme)}
      example={programme.example ?? undefined}
    >
      <p class="mf-eyebrow">
        {say.eyebrow(codeOf(facts))} · <Time at={decided?.decided_on ?? facts.raised_on} />
      </p>
      <h1 class="govuk-heading-xl">
        <QuestionText of={facts} />
      </h1>
      <div class="mf-two mf-two--side">
        <div>
          <AnswerPart view={view} data={data} />
          {acts ? <ActsPart view={view} data={data} acts={acts} /> : null}
          <OptionsPart view={view} data={data} />
          <ReasonsPart view={view} data={data} />
          <PositionsPart view={view} data={data} />
          <DissentPart view={view} data={data} />
          <AmendmentsPart view={view} data={data} />
          <QuestionsPart view={view} data={data} />
          <NextPart view={view} data={data} />
          <AppealsPart view={view} data={data} />
          <LinksPart view={view} data={data} />
          {more}
        </div>
        <AsidePart view={view} data={data} contents={contentsOf(view, data)} />
      </div>
    </Page>
  )
}

function contentsOf({ lang }: View, data: DecisionData): NavItem[] {
  const say = words[lang].page
  const against = data.ballots.some((one) => one.answer === 'no' && one.round_id === data.rounds.at(-1)?.id)
  const shown: [boolean, string, string][] = [
    [true, '#k-pilihan', say.options],
    [true, '#k-alasan', data.publication ? say.reasons : say.background],
    [true, '#k-sikap', say.positions],
    [data.dissents.length > 0 || against, '#k-beda', say.dissent],
    [data.amendments.length > 0, '#k-usulan', say.amendments],
    [data.questions.length > 0, '#k-tanya', say.questions],
    [data.publication !== null || data.steps.length > 0, '#k-lanjut', say.next],
    [data.appeals.length > 0, '#k-tinjau', say.appeals],
    [data.links.length > 0, '#k-dokumen', say.documents],
  ]
  return shown.filter(([there]) => there).map(([, href, label]) => ({ href, label }))
}

/** Refused acts worth a reason, unless the act is never this person's. */
const told = new Set<Act>(['ballot', 'vote', 'closure', 'publication', 'position'])
const others = new Set(['chairOnly', 'partiesOnly', 'shapersOnly', 'membersOnly'])

/** What fits the moment, the most likely act first; a refused one says why. */
function ActsPart({ view, data, acts }: Props & { acts: OpenAct[] }) {
  const say = words[view.lang]
  const { facts, missing } = data
  const open = acts.filter((one) => one.verdict === true)
  const refused = acts.filter((one) => told.has(one.act) && one.verdict !== true && !others.has(one.verdict.code))
  if (open.length + refused.length === 0) return null
  const names = missing.map((name) => say.explanation[name]).join(', ')
  return (
    <Section id="k-tindakan" title={say.page.acts}>
      {names && facts.state === 'decided' ? <p class="govuk-body">{say.page.missing(names)}</p> : null}
      <Acts
        view={view}
        acts={[...open, ...refused].map(({ act, verdict }, index) => ({
          id: `act-${act}`,
          href: decisionPaths.act(facts.id, act),
          label: say.act[act].title,
          verdict,
          primary: index === 0,
        }))}
      />
    </Section>
  )
}

function OptionsPart({ view, data }: Omit<Props, 'acts'>) {
  const say = words[view.lang].page
  const { options, facts, decided } = data
  const mark = (id: string) => {
    if (decided) return decided.result === 'adopted' && decided.option_id === id ? say.chosen : undefined
    return facts.round?.option_id === id ? say.proposed : undefined
  }
  const items = options.map(
    ({ id, position, title, body }): OptionItem => ({
      id: `pilihan-${position}`,
      letter: letterOf(position),
      title,
      body,
      lang: facts.lang,
      mark: mark(id),
      below: <EarlierWords view={view} data={data} of={id} />,
    }),
  )
  return (
    <Section id="k-pilihan" title={say.options}>
      {items.length > 0 ? <OptionList items={items} /> : <Empty title={say.noOptions}>{say.noOptionsRule}</Empty>}
    </Section>
  )
}

function ReasonsPart({ view, data }: Omit<Props, 'acts'>) {
  const say = words[view.lang].page
  const { publication, facts } = data
  const lines = (text: string) =>
    paragraphs(text).map((part) => (
      <Recorded as="p" class="govuk-body" lang={facts.lang}>
        {part}
      </Recorded>
    ))
  if (!publication)
    return (
      <Section id="k-alasan" title={say.background}>
        {lines(facts.background)}
      </Section>
    )
  return (
    <Section id="k-alasan" title={say.reasons}>
      {lines(publication.reason)}
      <h3 class="govuk-heading-m">{say.background}</h3>
      {lines(facts.background)}
    </Section>
  )
}
