import { grounds } from '#kernel/grounds.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { programmeName } from '#modules/programmes/public.ts'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { ActData } from '../loads.ts'
import { type Act, requestPaths } from '../paths.ts'
import { answers, codeOf, disputeOutcomes, reconsiderations } from '../request.ts'
import { words } from '../words.ts'
import { groundWords, Texts } from './parts.tsx'

export type ActFormProps = { view: View; data: ActData; form: FormProps }

/** The page of one act on one request: what was asked, then the fields. */
export function ActForm({ view, data, form, act }: ActFormProps & { act: Act }) {
  const all = words[view.lang]
  const say = all.act[act]
  const { facts } = data
  const asked = data.private?.texts.filter((one) => shownBeside[act].includes(one.kind)) ?? []
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={say.lead}
      state={form.state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={[
        { href: requestPaths.register(), label: all.register.title },
        { href: requestPaths.one(facts.id), label: codeOf(facts) },
      ]}
      example={data.programme?.example ?? undefined}
      cancel={{ href: requestPaths.one(facts.id), label: all.field.cancel }}
    >
      {form.changes.length > 0 ? <div class="govuk-inset-text">{all.field.meanwhile}</div> : null}
      {asked.length > 0 ? <Texts texts={asked} lang={facts.lang} view={view} /> : null}
      {fields[act]({ view, data, form })}
    </FormPage>
  )
}

/** What one has to have before one's eyes. */
const shownBeside: Record<Act, string[]> = {
  registration: ['asked', 'purpose'],
  answer: ['asked', 'reply', 'material', 'reconsideration'],
  handover: ['asked'],
  clarification: ['asked'],
  extension: [],
  forwarding: ['asked'],
  publication: ['answer'],
  disputeOutcome: [],
  material: ['asked', 'reply', 'instruction'],
  reconsideration: ['asked', 'answer', 'withheld', 'harm', 'weighing', 'partial', 'objection'],
}

const fields: Record<Act, (props: ActFormProps) => Child> = {
  registration: RegistrationFields,
  answer: AnswerFields,
  handover: HandoverFields,
  clarification: (props) => <Words {...props} name="question" label={words[props.view.lang].field.question} />,
  extension: (props) => <Words {...props} name="reason" label={words[props.view.lang].field.extensionReason} />,
  forwarding: (props) => <Words {...props} name="body" label={words[props.view.lang].field.otherBody} />,
  publication: PublicationFields,
  disputeOutcome: DisputeFields,
  material: MaterialFields,
  reconsideration: ReconsiderationFields,
}

type WordsProps = ActFormProps & { name: string; label: string; hint?: string; most?: number; optional?: boolean }

function Words({ form, name, label, hint, most = 2000, optional }: WordsProps) {
  return <TextArea {...field(form.state, name)} label={label} hint={hint} maxLength={most} optional={optional} />
}

function RegistrationFields(props: ActFormProps) {
  const { view, data, form } = props
  const say = words[view.lang].field
  const programmes = data.programmes.map((one) => ({ value: one.slug, label: programmeName(one, view.lang) }))
  return (
    <>
      {programmes.length > 0 ? (
        <SelectField {...field(form.state, 'programme')} label={say.programme} options={programmes} />
      ) : null}
      <TextField {...field(form.state, 'subject')} label={say.subject} hint={say.subjectHint} />
      <TextField {...field(form.state, 'purpose')} label={say.purposePublic} hint={say.purposePublicHint} />
    </>
  )
}

function AnswerFields(props: ActFormProps) {
  const { view, form } = props
  const all = words[view.lang]
  const say = all.field
  return (
    <>
      <RadioField
        {...field(form.state, 'outcome')}
        label={say.outcome}
        options={answers.map((value) => ({ value, label: all.outcome[value] }))}
      />
      <Words {...props} name="answer" label={say.answer} most={10_000} optional />
      <Words {...props} name="links" label={say.links} hint={say.linksHint} most={4000} optional />
      <WithheldFields {...props} />
    </>
  )
}

/** Folded until something is withheld; open when any of it was typed or is missing. */
function WithheldFields(props: ActFormProps) {
  const { view, form } = props
  const say = words[view.lang].field
  const names = ['ground', 'withheld', 'harm', 'weighing', 'partial', 'elsewhere']
  const open = names.some((name) => form.state.errors[name] || form.state.values[name])
  return (
    <Details summary={say.withholding} open={open}>
      <SelectField
        {...field(form.state, 'ground')}
        label={say.ground}
        hint={say.groundHint}
        options={grounds.map((value) => ({ value, label: groundWords(view.lang, value) }))}
      />
      <Words {...props} name="withheld" label={say.withheld} hint={say.withheldHint} />
      <Words {...props} name="harm" label={say.harm} most={4000} />
      <Words {...props} name="weighing" label={say.weighing} most={4000} />
      <Words {...props} name="partial" label={say.partial} hint={say.partialHint} most={4000} />
      <Words {...props} name="elsewhere" label={say.elsewhere} hint={say.elsewhereHint} optional />
    </Details>
  )
}

function HandoverFields(props: ActFormProps) {
  const say = words[props.view.lang].field
  const parties = props.data.parties.map((one) => ({ value: one.organisationId, label: one.name }))
  return (
    <>
      <SelectField {...field(props.form.state, 'party')} label={say.party} options={parties} />
      <Words {...props} name="instruction" label={say.instruction} optional />
    </>
  )
}

function PublicationFields(props: ActFormProps) {
  const { view, data, form } = props
  const say = words[view.lang].field
  const published = data.publication && !data.publication.withdrawn
  return (
    <>
      <TextField {...field(form.state, 'title')} label={say.title} />
      <Words {...props} name="text" label={say.text} most={10_000} />
      <Words {...props} name="links" label={say.links} hint={say.linksHint} most={4000} optional />
      {published ? (
        <CheckboxField
          {...field(form.state, 'withdrawn')}
          checked={form.state.values.withdrawn === 'yes'}
          label={say.withdrawn}
          hint={say.withdrawnHint}
        />
      ) : null}
    </>
  )
}

function DisputeFields(props: ActFormProps) {
  const all = words[props.view.lang]
  return (
    <>
      <RadioField
        {...field(props.form.state, 'outcome')}
        label={all.field.disputeOutcome}
        options={disputeOutcomes.map((value) => ({ value, label: all.disputeOutcome[value] }))}
      />
      <Words {...props} name="note" label={all.field.note} optional />
    </>
  )
}

function MaterialFields(props: ActFormProps) {
  const say = words[props.view.lang].field
  return (
    <>
      <Words {...props} name="material" label={say.material} most={10_000} />
      <Words {...props} name="links" label={say.links} hint={say.linksHint} most={4000} optional />
    </>
  )
}

function ReconsiderationFields(props: ActFormProps) {
  const all = words[props.view.lang]
  const { facts } = props.data
  return (
    <>
      {facts.objection_ground ? (
        <p class="govuk-body">
          {all.field.objectionGround}: <Recorded>{all.objectionGround[facts.objection_ground]}</Recorded>
        </p>
      ) : null}
      <RadioField
        {...field(props.form.state, 'decision')}
        label={all.field.decision}
        options={reconsiderations.map((value) => ({ value, label: all.reconsideration[value] }))}
      />
      <Words {...props} name="reason" label={all.field.reason} most={4000} />
    </>
  )
}
