import type { Overtaking } from '#kernel/outcome.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import { FormPage } from '#ui/form.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import { words } from '../words.ts'
import { eventWords } from '../words-events.ts'
import { peopleWords } from '../words-people.ts'

type Props = {
  view: View
  form: FormProps
  title: string
  lead: Child
  crumbs: Crumb[]
  cancel: string
  submit?: string
  children?: Child
}

/** The frame that every form of the directory shares. */
export function DirectoryForm({ view, form, title, lead, crumbs, cancel, submit, children }: Props) {
  return (
    <FormPage
      view={view}
      title={title}
      lead={lead}
      state={form.state}
      submit={submit ?? words[view.lang].save}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={crumbs}
      cancel={{ href: cancel, label: words[view.lang].cancel }}
    >
      <Changes view={view} changes={form.changes} />
      {children}
    </FormPage>
  )
}

function Changes({ view, changes }: { view: View; changes: Overtaking[] }) {
  if (changes.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{words[view.lang].changes}</p>
      <ul class="govuk-list">
        {changes.map((change) => (
          <li>
            <Time at={change.at} clock /> · {eventName(view, change.event)}
          </li>
        ))}
      </ul>
    </div>
  )
}

export function eventName(view: View, name: string): string {
  const names: Record<string, string> = eventWords[view.lang]
  return names[name] ?? name
}

export function listCrumbs(view: View): Crumb[] {
  return [{ href: directoryPaths.organisations(), label: words[view.lang].organisations }]
}

export function organisationCrumbs(view: View, { id, name }: { id: string; name: string }): Crumb[] {
  return [...listCrumbs(view), { href: directoryPaths.organisation(id), label: name }]
}

export function personCrumbs(view: View, { id, name }: { id: string; name: string }): Crumb[] {
  return [
    { href: directoryPaths.people(), label: peopleWords[view.lang].people },
    { href: directoryPaths.person(id), label: name },
  ]
}
