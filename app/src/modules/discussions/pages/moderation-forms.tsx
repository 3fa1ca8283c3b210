import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { CheckboxField, RadioField } from '#ui/choice-fields.tsx'
import { TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import type { ActData, SettingsData } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CommentFormPage, Said } from './writing-forms.tsx'

type Props = { view: View; form: FormProps; data: ActData }

export function HideForm({ view, form, data }: Props) {
  const say = words[view.lang].acts
  return (
    <CommentFormPage view={view} form={form} data={data} title={say.hideTitle} lead={say.hideLead} submit={say.hide}>
      <Said view={view} comment={data.shown} />
      <Because view={view} form={form} />
    </CommentFormPage>
  )
}

export function ObjectionForm({ view, form, data }: Props) {
  const say = words[view.lang].acts
  return (
    <CommentFormPage
      view={view}
      form={form}
      data={data}
      title={say.contestTitle}
      lead={say.contestLead}
      submit={say.contest}
    >
      <Said view={view} comment={data.shown} />
      <Because view={view} form={form} />
    </CommentFormPage>
  )
}

export function RulingForm({ view, form, data }: Props) {
  const say = words[view.lang].acts
  const options = (['uphold', 'restore'] as const).map((value) => ({ value, label: say.rulings[value] }))
  const act = (name: string) => data.shown.moderation.find((one) => one.act === name)
  const [hide, objection] = [act('hide'), act('contest')]
  return (
    <CommentFormPage view={view} form={form} data={data} title={say.ruleTitle} submit={say.rule}>
      <Said view={view} comment={data.shown} />
      {hide ? (
        <p class="govuk-body">{words[view.lang].hiddenBecause(hide.reason, hide.by ?? words[view.lang].someone)}</p>
      ) : null}
      {objection ? (
        <p class="govuk-body">
          {say.contestTitle}: {objection.reason}
        </p>
      ) : null}
      <RadioField {...field(form.state, 'ruling')} label={say.ruling} options={options} />
      <Because view={view} form={form} />
    </CommentFormPage>
  )
}

function Because({ view, form }: Pick<Props, 'view' | 'form'>) {
  const say = words[view.lang].acts
  return (
    <TextArea {...field(form.state, 'reason')} label={say.reason} hint={say.reasonHint} rows={3} maxLength={1000} />
  )
}

export function SettingsForm({ view, form, data }: { view: View; form: FormProps; data: SettingsData }) {
  const say = words[view.lang]
  const { programme } = data
  return (
    <FormPage
      view={view}
      title={say.acts.settingsTitle}
      lead={say.acts.settingsLead}
      state={form.state}
      submit={say.acts.saveSettings}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, { href: discussionPaths.list(programme.slug), label: say.list })}
      example={programme.example ?? undefined}
    >
      <CheckboxField
        {...field(form.state, 'publicComments')}
        label={say.acts.publicComments}
        checked={Boolean(form.state.values.publicComments)}
        value="yes"
      />
    </FormPage>
  )
}
