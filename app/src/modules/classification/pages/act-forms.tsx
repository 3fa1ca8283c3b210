import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { opened } from '../classification.ts'
import type { DecisionData } from '../loads.ts'
import { classificationPaths as paths } from '../paths.ts'
import { words } from '../words.ts'
import { ConsequenceTest } from './decision-page.tsx'

export type ActProps = { view: View; data: DecisionData; form: FormProps }

export function ConfirmForm(props: ActProps) {
  const say = words[props.view.lang]
  return (
    <ActForm {...props} title={say.confirm} lead={say.confirmLead}>
      <ConsequenceTest lang={props.view.lang} data={props.data} />
    </ActForm>
  )
}

export function ReviewForm(props: ActProps) {
  const say = words[props.view.lang]
  const { state } = props.form
  return (
    <ActForm {...props} title={say.reviewAct} lead={say.reviewLead}>
      <TextArea {...field(state, 'reason')} label={say.reason} maxLength={2000} />
      <DateField {...field(state, 'reviewOn')} label={say.reviewOn} />
      {props.data.one.ends_on ? (
        <DateField {...field(state, 'expiresOn')} label={say.extendTo} hint={say.extendHint} optional />
      ) : null}
    </ActForm>
  )
}

export function OpenForm(props: ActProps) {
  const say = words[props.view.lang]
  return <OpeningForm {...props} title={say.open} lead={say.openLead} />
}

export function OverturnForm(props: ActProps) {
  const say = words[props.view.lang]
  return <OpeningForm {...props} title={say.overturn} lead={say.overturnLead} />
}

function OpeningForm(props: ActProps & { title: string; lead: string }) {
  const say = words[props.view.lang]
  const { state } = props.form
  const classes = opened.map((value) => ({ value, label: say.classes[value] }))
  return (
    <ActForm {...props}>
      <TextArea {...field(state, 'reason')} label={say.reason} maxLength={2000} />
      <RadioField {...field(state, 'class')} label={say.openAs} options={classes} />
    </ActForm>
  )
}

function ActForm({
  view,
  data,
  form,
  title,
  lead,
  children,
}: ActProps & { title: string; lead: string; children?: Child }) {
  const { programme, one } = data
  const back = { href: paths.one(programme.slug, one.id), label: words[view.lang].decision }
  return (
    <FormPage
      view={view}
      title={title}
      lead={lead}
      state={form.state}
      submit={title}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, { href: paths.list(programme.slug), label: words[view.lang].register }, back)}
      example={programme.example ?? undefined}
      cancel={back}
    >
      <p class="govuk-body">
        <strong>
          <Recorded lang={one.lang}>{one.label}</Recorded>
        </strong>
      </p>
      {children}
    </FormPage>
  )
}
