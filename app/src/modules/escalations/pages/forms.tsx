import type { Actor } from '#kernel/access.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { CheckboxFields, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { answerKinds, headedBy } from '../escalation.ts'
import type { AnswerData, EscalationData, RaiseData } from '../loads.ts'
import { escalationPaths } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsTo } from './parts.tsx'

export function RaiseForm({ view, data, form }: { view: View; data: RaiseData; form: FormProps }) {
  const say = words[view.lang]
  const { programme, asked, mine, about } = data
  const { state } = form
  const named = (parties: typeof asked) => parties.map((one) => ({ value: one.organisationId, label: one.name }))
  return (
    <FormPage
      view={view}
      title={say.raise.title}
      lead={say.raise.lead}
      state={state}
      submit={say.raise.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang }}
      breadcrumbs={crumbsTo(view, programme)}
      example={programme.example ?? undefined}
      cancel={{ href: escalationPaths.list(programme.slug), label: say.field.cancel }}
    >
      {mine.length > 1 ? (
        <SelectField {...field(state, 'party')} label={say.field.party} options={named(mine)} />
      ) : null}
      <TextArea
        {...field(state, 'question')}
        label={say.field.question}
        hint={say.field.questionHint}
        rows={3}
        maxLength={300}
      />
      <TextArea {...field(state, 'tried')} label={say.field.tried} hint={say.field.triedHint} maxLength={4000} />
      <CheckboxFields {...choices(state, 'to')} label={say.field.to} options={named(asked)} />
      <DateField
        {...field(state, 'neededBy')}
        label={say.field.neededBy}
        hint={say.field.neededByHint}
        min={view.today}
      />
      {about.length > 0 ? (
        <SelectField
          {...field(state, 'about')}
          label={say.field.about}
          hint={say.field.aboutHint}
          options={about.map(({ kind, id, label }) => ({
            value: `${kind}:${id}`,
            label: `${say.kinds[kind]}: ${label}`,
          }))}
          optional
        />
      ) : null}
      <RadioField
        {...field(state, 'class')}
        label={say.field.class}
        options={(['public', 'members'] as const).map((value) => ({ value, label: say.field.classes[value] }))}
      />
    </FormPage>
  )
}

type ActProps = { view: View; data: EscalationData; form: FormProps; act: 'answer' | 'withdraw'; children?: Child }

function ActForm({ view, data, form, act, children }: ActProps) {
  const say = words[view.lang]
  const { programme, facts } = data
  const here = { href: escalationPaths.one(facts.id), label: facts.question }
  return (
    <FormPage
      view={view}
      title={say[act].title}
      lead={<Recorded lang={facts.lang}>{facts.question}</Recorded>}
      state={form.state}
      submit={say[act].submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={crumbsTo(view, programme, here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: say.field.cancel }}
    >
      <p class="govuk-body">{say[act].lead}</p>
      {children}
    </FormPage>
  )
}

type AnswerProps = { view: View; data: AnswerData; form: FormProps; actor: Actor }

export function AnswerForm({ view, data, form, actor }: AnswerProps) {
  const say = words[view.lang]
  const { state } = form
  const heads = headedBy(actor, data.facts).map((id) => ({ value: id, label: data.names.get(id)?.name ?? '–' }))
  const kinds = answerKinds.map((value) => ({ value, label: say.answerKinds[value], hint: say.field.kindHints[value] }))
  return (
    <ActForm view={view} data={data} form={form} act="answer">
      {heads.length > 1 ? <SelectField {...field(state, 'party')} label={say.field.party} options={heads} /> : null}
      <RadioField {...field(state, 'kind')} label={say.field.kind} options={kinds} />
      {data.decisions.length > 0 ? (
        <SelectField
          {...field(state, 'decision')}
          label={say.field.decision}
          hint={say.field.decisionHint}
          options={data.decisions.map(({ id, label }) => ({ value: id, label }))}
          optional
        />
      ) : null}
      {data.raiseHref ? (
        <p class="govuk-body">
          <a class="govuk-link" href={data.raiseHref}>
            {say.field.newDecision}
          </a>
        </p>
      ) : null}
      <TextArea {...field(state, 'reason')} label={say.field.reason} maxLength={4000} />
    </ActForm>
  )
}

export function WithdrawForm({ view, data, form }: { view: View; data: EscalationData; form: FormProps }) {
  return (
    <ActForm view={view} data={data} form={form} act="withdraw">
      <TextArea {...field(form.state, 'reason')} label={words[view.lang].field.reason} maxLength={2000} />
    </ActForm>
  )
}
