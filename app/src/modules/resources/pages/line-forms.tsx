import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { formatRupiah } from '#ui/language.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { titleIn } from '../budget-line.ts'
import type { LineData, PlanData } from '../load-lines.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { LineTitle, overviewCrumb } from './parts.tsx'

export function PlanForm({ view, data, form }: { view: View; data: PlanData; form: FormProps }) {
  const say = words[view.lang]
  const { programme, mine, territories } = data
  const { state } = form
  const english = view.lang === 'en'
  const places = territories.map(({ code, name, name_en }) => ({
    value: code,
    label: (english ? name_en : null) ?? name,
  }))
  const classes = (['public', 'members'] as const).map((value) => ({ value, label: say.classes[value] }))
  return (
    <FormPage
      view={view}
      title={say.plan.title}
      lead={say.plan.lead}
      state={state}
      submit={say.plan.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme))}
      example={programme.example ?? undefined}
      cancel={{ href: resourcePaths.overview(programme.slug), label: say.cancel }}
    >
      {mine.length > 1 ? (
        <SelectField
          {...field(state, 'agency')}
          label={say.agency}
          options={mine.map((one) => ({ value: one.organisationId, label: one.name }))}
        />
      ) : null}
      <TextField {...field(state, 'code')} label={say.code} hint={say.codeHint} width={20} />
      <TextField {...field(state, 'title')} label={say.name} />
      <TextField {...field(state, 'titleEn')} label={say.nameEn} optional />
      <TextField {...field(state, 'source')} label={say.source} hint={say.sourceHint} />
      {places.length > 0 ? (
        <SelectField {...field(state, 'territory')} label={say.territory} options={places} optional />
      ) : null}
      <NumberField {...field(state, 'fiscalYear')} label={say.year} width={4} />
      <NumberField {...field(state, 'planned')} label={say.planned} hint={say.plannedHint} width={20} />
      <RadioField {...field(state, 'class')} label={say.class} options={classes} />
    </FormPage>
  )
}

type ActProps = { view: View; data: LineData; form: FormProps }

function LineForm({
  view,
  data,
  form,
  act,
  children,
}: ActProps & { act: 'revise' | 'realise' | 'correct'; children?: Child }) {
  const say = words[view.lang]
  const { programme, line } = data
  const here = { href: resourcePaths.line(programme.slug, line.id), label: titleIn(view.lang, line).text }
  return (
    <FormPage
      view={view}
      title={say[act].title}
      lead={<LineTitle of={line} />}
      state={form.state}
      submit={say[act].submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme), here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: say.cancel }}
    >
      <p class="govuk-body">{say[act].lead}</p>
      {children}
    </FormPage>
  )
}

export function ReviseForm(props: ActProps) {
  const { view, data, form } = props
  const say = words[view.lang]
  return (
    <LineForm {...props} act="revise">
      <p class="govuk-body">
        {say.revised}: <strong>{formatRupiah(view.lang, data.line.revised, 'full')}</strong>
      </p>
      <NumberField {...field(form.state, 'amount')} label={say.newAmount} hint={say.newAmountHint} width={20} />
      <TextArea {...field(form.state, 'because')} label={say.because} hint={say.becauseHint} maxLength={1000} />
    </LineForm>
  )
}

function SpentFields({ view, form, hint }: { view: View; form: FormProps; hint: string }) {
  const say = words[view.lang]
  return (
    <>
      <DateField {...field(form.state, 'spentOn')} label={say.spentOn} max={view.today} />
      <NumberField {...field(form.state, 'amount')} label={say.amount} hint={hint} width={20} />
      <TextArea {...field(form.state, 'evidence')} label={say.evidence} hint={say.evidenceHint} maxLength={1000} />
    </>
  )
}

export function RealiseForm(props: ActProps) {
  return (
    <LineForm {...props} act="realise">
      <SpentFields view={props.view} form={props.form} hint={words[props.view.lang].amountHint} />
    </LineForm>
  )
}

export function CorrectForm({ realisation, ...props }: ActProps & { realisation: LineData['realisations'][number] }) {
  const { view, form } = props
  const say = words[view.lang]
  return (
    <LineForm {...props} act="correct">
      <p class="govuk-body">
        <Time at={realisation.spent_on} />: <strong>{formatRupiah(view.lang, realisation.amount, 'full')}</strong>
      </p>
      <SpentFields view={view} form={form} hint={say.correctAmountHint} />
      <TextArea {...field(form.state, 'because')} label={say.because} maxLength={1000} />
    </LineForm>
  )
}
