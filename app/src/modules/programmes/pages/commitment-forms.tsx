import type { FormProps } from '#kernel/web/form.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { type CommitmentRow, outcomes } from '../commitment.ts'
import type { PartyRow } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import type { ReportFile } from '../report-files.ts'
import { words } from '../words.ts'
import { trail } from './below-programme.tsx'
import { Overtaken } from './overtaken.tsx'

type FormOf<D> = { data: D; form: FormProps; view: View }

export type MakeData = { programme: ProgrammeHead; parties: PartyRow[] }

export function MakeForm({ data: { programme, parties }, form, view }: FormOf<MakeData>) {
  const say = words[view.lang].commitments
  const classes = (['public', 'members'] as const).map((value) => ({ value, label: say.detail.classes[value] }))
  return (
    <FormPage {...frame(view, programme, form)} title={say.makeTitle} lead={say.makeLead} submit={say.form.submit}>
      <SelectField
        {...field(form.state, 'organisationId')}
        label={say.form.party}
        options={parties.map((party) => ({ value: party.organisation_id, label: party.name }))}
      />
      <TextArea
        {...field(form.state, 'title')}
        label={say.form.what}
        hint={say.form.whatHint}
        rows={3}
        maxLength={500}
      />
      <NumberField {...field(form.state, 'amount')} label={say.form.amount} decimal width={10} optional />
      <TextField {...field(form.state, 'unit')} label={say.form.unit} hint={say.form.unitHint} width={20} optional />
      <NumberField {...field(form.state, 'money')} label={say.form.money} width={20} optional />
      <DateField
        {...field(form.state, 'firstDue')}
        label={say.form.firstDue}
        hint={say.form.firstDueHint}
        min={view.today}
      />
      <TextArea
        {...field(form.state, 'expectedEvidence')}
        label={say.form.expectedEvidence}
        rows={2}
        maxLength={1000}
        optional
      />
      <RadioField {...field(form.state, 'class')} label={say.form.class} options={classes} />
    </FormPage>
  )
}

export type CommitmentFormData = { programme: ProgrammeHead; commitment: CommitmentRow; parties: PartyRow[] }

export function MoveForm({ data, form, view }: FormOf<CommitmentFormData>) {
  const say = words[view.lang].commitments
  const { commitment, parties } = data
  return (
    <FormPage
      {...ofCommitment(data, form, view)}
      title={say.moveTitle}
      lead={say.moveLead}
      submit={say.moveForm.submit}
    >
      <Overtaken form={form} now={{ to: commitment.current_due ?? '' }} labels={{ to: say.detail.currentDue }} />
      <About commitment={commitment} />
      <DateField {...field(form.state, 'to')} label={say.moveForm.to} min={view.today} />
      <TextArea {...field(form.state, 'reason')} label={say.moveForm.reason} rows={3} maxLength={1000} />
      <SelectField
        {...field(form.state, 'askedBy')}
        label={say.moveForm.askedBy}
        options={parties.map((party) => ({ value: party.organisation_id, label: party.name }))}
      />
    </FormPage>
  )
}

export function ReportForm({ data, form, view }: FormOf<CommitmentFormData & { documents: ReportFile[] }>) {
  const say = words[view.lang].commitments
  return (
    <FormPage
      {...ofCommitment(data, form, view)}
      title={say.reportTitle}
      lead={say.reportLead}
      submit={say.reportForm.submit}
    >
      <About commitment={data.commitment} />
      <TextArea {...field(form.state, 'text')} label={say.reportForm.text} rows={4} maxLength={2000} />
      <TextField
        {...field(form.state, 'url')}
        label={say.reportForm.url}
        hint={say.reportForm.urlHint}
        type="url"
        optional
      />
      {data.documents.length > 0 ? (
        <SelectField
          {...field(form.state, 'document')}
          label={say.reportForm.document}
          options={data.documents.map(({ id, title }) => ({ value: id, label: title }))}
          optional
        />
      ) : null}
      {data.commitment.unit ? (
        <NumberField
          {...field(form.state, 'amount')}
          label={`${say.reportForm.amount} (${data.commitment.unit})`}
          decimal
          width={10}
          optional
        />
      ) : null}
    </FormPage>
  )
}

export function AssessForm({ data, form, view }: FormOf<CommitmentFormData>) {
  const say = words[view.lang].commitments
  const scale = outcomes
    .filter((value) => value !== 'unclear')
    .map((value) => ({ value, label: say.outcomes[value], hint: say.outcomeHints[value] }))
  return (
    <FormPage
      {...ofCommitment(data, form, view)}
      title={say.assessTitle}
      lead={say.assessLead}
      submit={say.assessForm.submit}
    >
      <Overtaken
        form={form}
        now={{ outcome: data.commitment.outcome ?? '' }}
        labels={{ outcome: say.detail.outcome }}
      />
      <About commitment={data.commitment} />
      <RadioField {...field(form.state, 'outcome')} label={say.assessForm.outcome} options={scale} />
      <TextArea
        {...field(form.state, 'reason')}
        label={say.assessForm.reason}
        hint={say.assessForm.reasonHint}
        rows={4}
        maxLength={2000}
      />
    </FormPage>
  )
}

function About({ commitment }: { commitment: CommitmentRow }) {
  return (
    <div class="govuk-inset-text" lang={commitment.lang}>
      {commitment.party}: {commitment.title}
    </div>
  )
}

function ofCommitment({ programme, commitment }: CommitmentFormData, form: FormProps, view: View) {
  const one = { href: programmePaths.commitment(programme.slug, commitment.id), label: commitment.title }
  return { ...frame(view, programme, form, [one]), version: form.version }
}

function frame(view: View, programme: ProgrammeHead, form: FormProps, more: { href: string; label: string }[] = []) {
  const list = { href: programmePaths.commitments(programme.slug), label: words[view.lang].commitments.title }
  return {
    view,
    state: form.state,
    action: form.action,
    formKey: form.key,
    hidden: { lang: view.lang },
    breadcrumbs: trail(view, programme, list, ...more),
    example: programme.example ?? undefined,
  }
}
