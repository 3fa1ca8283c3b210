import type { FormProps } from '#kernel/web/form.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { codeOf } from '../decision.ts'
import type { ActData } from '../loads-acts.ts'
import { type Act, decisionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { crumbsTo, nameOf, QuestionText } from './parts.tsx'

export type ActFormProps = { view: View; data: ActData; form: FormProps }

/** The page of one act on one decision: what it is about, what others changed meanwhile, then the fields. */
export function ActForm(props: ActFormProps & { act: Act; children?: Child }) {
  const { view, data, form, act, children } = props
  const { programme, facts } = data
  const say = words[view.lang]
  const here = { href: decisionPaths.decision(facts.id), label: say.page.eyebrow(codeOf(facts)) }
  return (
    <FormPage
      view={view}
      title={say.act[act].title}
      lead={<QuestionText of={facts} />}
      state={form.state}
      submit={say.act[act].submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={crumbsTo(view, programme, here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: say.field.cancel }}
    >
      <p class="govuk-body">{say.act[act].lead}</p>
      <Meanwhile view={view} form={form} />
      {children}
    </FormPage>
  )
}

function Meanwhile({ view, form }: { view: View; form: FormProps }) {
  const say = words[view.lang]
  if (form.changes.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.field.meanwhile}</p>
      <ul class="govuk-list govuk-list--bullet">
        {form.changes.map((change) => (
          <li>
            {say.events[change.event as keyof typeof say.events] ?? change.event},{' '}
            <Time at={new Date(change.at)} clock />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** In whose name: asked only of those who act for several parties. */
export function PartyField({ view, data, form }: ActFormProps) {
  if (data.mine.length < 2) return null
  const options = data.mine.map((id) => ({ value: id, label: nameOf(data.names, id) }))
  return <SelectField {...field(form.state, 'party')} label={words[view.lang].field.party} options={options} />
}
