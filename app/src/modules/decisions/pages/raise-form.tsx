import type { FormProps } from '#kernel/web/form.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { type CharterRule, codeOf } from '../decision.ts'
import type { RaiseData } from '../loads-list.ts'
import { words } from '../words.ts'
import { crumbsTo } from './parts.tsx'

type Props = { view: View; data: RaiseData; form: FormProps; mine: string[] }

export function RaiseForm({ view, data, form, mine }: Props) {
  const say = words[view.lang]
  const { programme, parties, reverses, rule } = data
  const { state } = form
  const own = parties.filter((one) => mine.includes(one.organisationId))
  return (
    <FormPage
      view={view}
      title={say.act.raise.title}
      lead={say.act.raise.lead}
      state={state}
      submit={say.act.raise.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang, ...(reverses ? { reverses: reverses.id } : {}) }}
      breadcrumbs={crumbsTo(view, programme)}
      example={programme.example ?? undefined}
    >
      {rule ? (
        <p class="govuk-body">
          {say.page.how}: {say.ruleText[rule as CharterRule]}
        </p>
      ) : null}
      {reverses ? (
        <p class="govuk-body">
          {say.field.reverses} {codeOf(reverses)}: {reverses.question}
        </p>
      ) : null}
      {own.length > 1 ? (
        <SelectField
          {...field(state, 'party')}
          label={say.field.party}
          options={own.map((one) => ({ value: one.organisationId, label: one.name }))}
        />
      ) : null}
      <TextArea {...field(state, 'question')} label={say.field.question} hint={say.field.questionHint} rows={3} />
      <TextField {...field(state, 'questionEn')} label={say.field.questionEn} optional />
      <TextArea {...field(state, 'background')} label={say.field.background} hint={say.field.backgroundHint} rows={8} />
      <RadioField
        {...field(state, 'class')}
        label={say.field.class}
        options={[
          { value: 'public', label: say.field.classes.public },
          { value: 'members', label: say.field.classes.members },
        ]}
      />
    </FormPage>
  )
}
