import type { Overtaking } from '#kernel/outcome.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import type { ProgrammeHead } from '#modules/programmes/public.ts'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { objectivePaths } from '../paths.ts'
import { words } from '../words.ts'
import { programmeCrumbs } from './objectives-page.tsx'

export type FormData = {
  programme: ProgrammeHead
  parties: { organisationId: string; name: string }[]
  objectives: { id: string; title: string }[]
}
type Props = {
  view: View
  form: FormProps
  data: FormData
  title: string
  lead: string
  submit?: string
  children?: Child
}

/** The frame that every form of this module shares. */
export function ObjectiveForm({ view, form, data, title, lead, submit, children }: Props) {
  const say = words[view.lang]
  const crumbs = [
    ...programmeCrumbs(data.programme, view.lang),
    { href: objectivePaths.list(data.programme.slug), label: say.objectives },
  ]
  return (
    <FormPage
      view={view}
      title={title}
      lead={lead}
      state={form.state}
      submit={submit ?? say.save}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={crumbs}
      example={data.programme.example ?? false}
    >
      <Changes view={view} changes={form.changes} />
      {children}
    </FormPage>
  )
}

function Changes({ view, changes }: { view: View; changes: Overtaking[] }) {
  const say = words[view.lang]
  if (changes.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.changes}</p>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li>
            <Time at={change.at} clock /> · {say.events[change.event as keyof typeof say.events] ?? change.event}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function StateObjectivePage({ view, form, data }: { view: View; form: FormProps; data: FormData }) {
  const say = words[view.lang]
  const { state } = form
  const parties = data.parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.state} lead={say.stateLead}>
      <RadioField
        {...field(state, 'scope')}
        label={say.scope}
        options={[
          { value: 'shared', label: say.scopes.shared },
          { value: 'agency', label: say.scopes.agency },
        ]}
      />
      <SelectField {...field(state, 'ownerId')} label={say.party} options={parties} optional />
      <TextField {...field(state, 'title')} label={say.title} />
      <TextField {...field(state, 'titleEn')} label={say.titleEn} optional />
      <TextArea {...field(state, 'summary')} label={say.summary} optional />
      <TextField {...field(state, 'code')} label={say.code} width={5} optional />
      <SelectField {...field(state, 'parentId')} label={say.parent} options={choicesOf(data)} optional />
      <NumberField {...field(state, 'weight')} label={say.weight} hint={say.weightHint} optional />
      <RadioField
        {...field(state, 'class')}
        label={say.openTo}
        options={[
          { value: 'public', label: say.classes.public },
          { value: 'members', label: say.classes.members },
        ]}
      />
    </ObjectiveForm>
  )
}

export function choicesOf(data: FormData) {
  return data.objectives.map(({ id, title }) => ({ value: id, label: title }))
}

export function EditObjectivePage({ view, form, data }: { view: View; form: FormProps; data: FormData }) {
  const say = words[view.lang]
  const { state } = form
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.edit} lead={say.stateLead}>
      <TextField {...field(state, 'title')} label={say.title} />
      <TextField {...field(state, 'titleEn')} label={say.titleEn} optional />
      <TextArea {...field(state, 'summary')} label={say.summary} optional />
      <NumberField {...field(state, 'weight')} label={say.weight} hint={say.weightHint} optional />
    </ObjectiveForm>
  )
}

export function DropObjectivePage({ view, form, data }: { view: View; form: FormProps; data: FormData }) {
  const say = words[view.lang]
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.drop} lead={say.dropLead} submit={say.drop}>
      <TextArea {...field(form.state, 'because')} label={say.dropWhy} />
    </ObjectiveForm>
  )
}

export function LinkPage({ view, form, data }: { view: View; form: FormProps; data: FormData }) {
  const say = words[view.lang]
  const kinds = (['supports', 'conflicts', 'duplicates'] as const).map((kind) => ({
    value: kind,
    label: say.kindsTitle[kind],
  }))
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.link} lead={say.linkLead}>
      <RadioField {...field(form.state, 'kind')} label={say.kind} options={kinds} />
      <SelectField {...field(form.state, 'to')} label={say.linkTo} options={choicesOf(data)} />
      <TextArea {...field(form.state, 'because')} label={say.because} optional />
    </ObjectiveForm>
  )
}

export function EndLinkPage({ view, form, data }: { view: View; form: FormProps; data: FormData }) {
  const say = words[view.lang]
  return (
    <ObjectiveForm view={view} form={form} data={data} title={say.unlink} lead={say.unlinkLead} submit={say.unlink}>
      <TextArea {...field(form.state, 'because')} label={say.because} />
    </ObjectiveForm>
  )
}
