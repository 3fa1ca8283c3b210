import type { FormProps } from '#kernel/web/form.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { History } from '#ui/history.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { programmePaths } from '../paths.ts'
import { type Programme, type StatusChange, statusesAfter, templates } from '../programme.ts'
import { words } from '../words.ts'
import { trail } from './below-programme.tsx'
import { Overtaken } from './overtaken.tsx'

export type CreateData = { organisations: { id: string; name: string }[] }

export function CreateForm({ data, form, view }: { data: CreateData; form: FormProps; view: View }) {
  const say = words[view.lang].create
  const from = templates.map((value) => ({ value, label: say.templates[value], hint: say.templates[`${value}Hint`] }))
  return (
    <FormPage
      view={view}
      state={form.state}
      action={form.action}
      formKey={form.key}
      title={say.title}
      lead={say.lead}
      submit={say.submit}
      breadcrumbs={[{ href: programmePaths.list(), label: words[view.lang].list.title }]}
      hidden={{ lang: view.lang }}
    >
      <TextField {...field(form.state, 'name')} label={say.name} hint={say.nameHint} />
      {view.lang === 'id' ? <TextField {...field(form.state, 'nameEn')} label={say.nameEn} optional /> : null}
      <TextArea
        {...field(form.state, 'summary')}
        label={say.summary}
        hint={say.summaryHint}
        rows={3}
        maxLength={1000}
        optional
      />
      <SelectField
        {...field(form.state, 'organisationId')}
        label={say.organisation}
        hint={say.organisationHint}
        options={data.organisations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <RadioField {...field(form.state, 'template')} label={say.template} options={from} />
      <TextField {...field(form.state, 'place')} label={say.place} optional />
      <DateField {...field(form.state, 'startsOn')} label={say.startsOn} optional />
      <DateField {...field(form.state, 'endsOn')} label={say.endsOn} hint={say.endsOnHint} optional />
    </FormPage>
  )
}

export function DescribeForm({ data, form, view }: { data: Programme; form: FormProps; view: View }) {
  const { create, describe } = words[view.lang]
  const labels = {
    name: create.name,
    nameEn: create.nameEn,
    summary: create.summary,
    summaryEn: describe.summaryEn,
    place: create.place,
    startsOn: create.startsOn,
    endsOn: create.endsOn,
  }
  return (
    <FormPage
      {...frame(view, data, form)}
      version={form.version}
      title={describe.title}
      lead={describe.lead}
      submit={describe.submit}
    >
      <Overtaken form={form} now={describedValues(data)} labels={labels} />
      <TextField {...field(form.state, 'name')} label={labels.name} />
      <TextField {...field(form.state, 'nameEn')} label={labels.nameEn} optional />
      <TextArea
        {...field(form.state, 'summary')}
        label={labels.summary}
        hint={create.summaryHint}
        rows={3}
        maxLength={1000}
        optional
      />
      <TextArea {...field(form.state, 'summaryEn')} label={labels.summaryEn} rows={3} maxLength={1000} optional />
      <TextField {...field(form.state, 'place')} label={labels.place} optional />
      <DateField {...field(form.state, 'startsOn')} label={labels.startsOn} optional />
      <DateField {...field(form.state, 'endsOn')} label={labels.endsOn} hint={create.endsOnHint} optional />
    </FormPage>
  )
}

/** What the fields of the form hold, from the record. */
export function describedValues(programme: Programme): Record<string, string> {
  return {
    name: programme.name,
    nameEn: programme.name_en ?? '',
    summary: programme.summary,
    summaryEn: programme.summary_en ?? '',
    place: programme.place ?? '',
    startsOn: programme.starts_on ?? '',
    endsOn: programme.ends_on ?? '',
  }
}

export type StatusData = { programme: Programme; changes: (StatusChange & { person: string | null })[] }

export function StatusForm({ data, form, view }: { data: StatusData; form: FormProps; view: View }) {
  const say = words[view.lang].status
  const { programme, changes } = data
  const next = statusesAfter(programme.status).map((value) => ({ value, label: say.names[value] }))
  return (
    <FormPage
      {...frame(view, programme, form)}
      title={say.title}
      lead={say.lead(say.names[programme.status])}
      submit={say.submit}
    >
      <RadioField {...field(form.state, 'to')} label={say.to} options={next} />
      <TextArea {...field(form.state, 'reason')} label={say.reason} hint={say.reasonHint} rows={3} maxLength={1000} />
      <h2 class="govuk-heading-m">{say.rows}</h2>
      {changes.length === 0 ? <p class="govuk-body mf-muted">{say.none}</p> : null}
      <History
        events={changes.map((change) => ({
          at: change.on_day,
          what: say.names[change.to_status],
          who: change.person ?? undefined,
          more: <Recorded lang={change.lang}>{change.reason}</Recorded>,
        }))}
      />
    </FormPage>
  )
}

function frame(view: View, programme: Programme, form: FormProps) {
  return {
    view,
    state: form.state,
    action: form.action,
    formKey: form.key,
    breadcrumbs: trail(view, programme),
    example: programme.example ?? undefined,
  }
}
