import type { FormProps } from '#kernel/web/form.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { View } from '#ui/view.ts'
import { headlineOf, type MitigationView, type ObstacleView } from '../obstacle.ts'
import { monitoringPaths as paths } from '../paths.ts'
import type { Party, ProgrammeHead, Seated } from '../programme-reader.ts'
import { formWords } from '../words/forms.ts'
import { words } from '../words/pages.ts'
import { trail } from './head.tsx'
import { stepText } from './obstacle-card.tsx'

type Common = { view: View; form: FormProps; programme: ProgrammeHead }

/** What every form here has in common: its place in the trail, its language, its key. */
function frameOf({ view, form, programme }: Common, back: { href: string; label: string }) {
  return {
    view,
    state: form.state,
    action: form.action,
    formKey: form.key,
    version: form.version,
    breadcrumbs: trail(programme, view.lang, back),
    example: programme.example ?? undefined,
  }
}

export function EvaluateForm(props: Common) {
  const { view, form, programme } = props
  const say = formWords[view.lang].evaluate
  const back = { href: paths.indicators(programme.slug), label: words[view.lang].indicators.title }
  return (
    <FormPage {...frameOf(props, back)} title={say.title} lead={say.lead} submit={say.submit}>
      <DateField {...field(form.state, 'at')} label={say.at} hint={say.atHint} optional />
    </FormPage>
  )
}

type OfObstacle = Common & { obstacle: ObstacleView }

function backTo({ view, programme, obstacle }: OfObstacle) {
  return { href: paths.obstacle(programme.slug, obstacle.id), label: headlineOf(obstacle)(view.lang) }
}

export function ProposeForm(props: OfObstacle) {
  const { view, form } = props
  const say = formWords[view.lang].propose
  return (
    <FormPage
      {...frameOf(props, backTo(props))}
      title={say.title}
      lead={say.lead}
      submit={say.submit}
      hidden={{ lang: view.lang }}
    >
      <TextArea {...field(form.state, 'text')} label={say.text} hint={say.textHint} rows={3} maxLength={500} />
    </FormPage>
  )
}

export type OfMitigation = OfObstacle & { mitigation: MitigationView }

type Adopting = OfMitigation & { parties: Party[]; party?: Party; seated: Seated[] }

/** First the agency, by address; then who of its people does it. */
export function AdoptForm(props: Adopting) {
  return props.party ? <AdoptFor {...props} party={props.party} /> : <WhichAgency {...props} />
}

function WhichAgency(props: Adopting) {
  const { view, form, programme, obstacle, mitigation, parties } = props
  const say = formWords[view.lang].adopt
  const path = paths.adoption(programme.slug, mitigation.id)
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={trail(programme, view.lang, backTo(props))}
      example={programme.example ?? undefined}
      state={form.state}
    >
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{stepText(view.lang, obstacle, mitigation)}</p>
      <h2 class="govuk-heading-m">{say.whichAgency}</h2>
      <ul class="govuk-list">
        {parties.map((party) => (
          <li>
            <a class="govuk-link" href={`${path}?organisation=${party.organisationId}`}>
              {party.name}
            </a>
          </li>
        ))}
      </ul>
    </Page>
  )
}

function AdoptFor(props: Adopting & { party: Party }) {
  const { view, form, obstacle, mitigation, party, seated } = props
  const say = formWords[view.lang].adopt
  return (
    <FormPage
      {...frameOf(props, backTo(props))}
      title={say.adoptFor(party.name)}
      lead={stepText(view.lang, obstacle, mitigation)}
      submit={say.submit}
      hidden={{ lang: view.lang, owner: party.organisationId }}
    >
      <SelectField
        {...field(form.state, 'person')}
        label={say.person}
        hint={say.personHint}
        optional
        options={seated.map((one) => ({ value: one.personId, label: one.name }))}
      />
      <DateField {...field(form.state, 'reviewOn')} label={say.reviewOn} hint={say.reviewHint} />
      <TextArea {...field(form.state, 'note')} label={say.note} rows={3} optional />
    </FormPage>
  )
}

/** `effect`: what the system measured, in a sentence. */
export function ReviewForm(props: OfMitigation & { effect: string }) {
  const { view, form, obstacle, mitigation, effect } = props
  const say = formWords[view.lang].review
  return (
    <FormPage
      {...frameOf(props, backTo(props))}
      title={say.title}
      lead={stepText(view.lang, obstacle, mitigation)}
      submit={say.submit}
      hidden={{ lang: view.lang }}
    >
      <p class="govuk-body">
        <b>{say.measured}:</b> {effect}
      </p>
      <p class="mf-small mf-muted">{say.lead}</p>
      <TextArea {...field(form.state, 'finding')} label={say.finding} hint={say.findingHint} rows={4} />
      <DateField {...field(form.state, 'again')} label={say.again} hint={say.againHint} optional />
    </FormPage>
  )
}

export function DropForm(props: OfMitigation) {
  const { view, form, obstacle, mitigation } = props
  const say = formWords[view.lang].drop
  return (
    <FormPage
      {...frameOf(props, backTo(props))}
      title={say.title}
      lead={stepText(view.lang, obstacle, mitigation)}
      submit={say.submit}
      hidden={{ lang: view.lang }}
    >
      <p class="mf-small mf-muted">{say.lead}</p>
      <TextArea {...field(form.state, 'reason')} label={say.reason} rows={3} />
    </FormPage>
  )
}
