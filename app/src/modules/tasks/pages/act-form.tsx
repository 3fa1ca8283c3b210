import type { FormProps } from '#kernel/web/form.tsx'
import { FormPage } from '#ui/form.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { ActData } from '../loads.ts'
import { type Act, taskPaths } from '../paths.ts'
import { titleIn } from '../task.ts'
import { words } from '../words.ts'
import { eventWords } from '../words-events.ts'
import { TaskTitle, taskCrumbs } from './parts.tsx'

export type ActFormProps = { view: View; data: ActData; form: FormProps }

/** The page of one act on one task: what it is about, what others changed meanwhile, then the fields. */
export function ActForm(
  props: ActFormProps & { act: Act; words?: { title: string; lead: string; submit: string }; children?: Child },
) {
  const { view, data, form, act, children } = props
  const { programme, record } = data
  const { lang } = view
  const say = props.words ?? words[lang].act[act]
  const here = taskPaths.task(programme.slug, record.id)
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={<TaskTitle task={record} />}
      state={form.state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      hidden={{ lang }}
      breadcrumbs={taskCrumbs(lang, programme, { href: here, label: titleIn(record, lang).text })}
      example={programme.example ?? undefined}
      cancel={{ href: here, label: words[lang].page.form.cancel }}
    >
      <p class="govuk-body">{say.lead}</p>
      <Changes lang={lang} form={form} />
      {children}
    </FormPage>
  )
}

/** What happened to the record since this person opened the form. */
export function Changes({ lang, form }: { lang: View['lang']; form: FormProps }) {
  if (form.changes.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{words[lang].page.form.meanwhile}</p>
      <ul class="govuk-list govuk-list--bullet">
        {form.changes.map((change) => (
          <li>
            {eventWords[lang][change.event as keyof (typeof eventWords)['id']] ?? change.event},{' '}
            <Time at={new Date(change.at)} clock />
          </li>
        ))}
      </ul>
    </div>
  )
}
