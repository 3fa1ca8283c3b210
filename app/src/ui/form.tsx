import type { Child } from '#ui/jsx/element.ts'
import type { Crumb } from './breadcrumbs.tsx'
import { SubmitButton } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { type Example, say } from './example.ts'
import { FieldPrefix, useFieldId } from './field-frame.tsx'
import { TextArea, TextField } from './fields.tsx'
import { type FormState, field } from './form-state.ts'
import { Page } from './frame.tsx'
import { type NavItem, useWords, type View } from './view.ts'
import { words } from './words.ts'

export type FormProps = {
  action: string
  /** Sent as `_key`: the same key twice is one act, so a double press does no harm. */
  formKey: string
  /** Sent as `_version`: the state of the record this form was filled in against. */
  version?: string | number
  /** Further hidden values. */
  hidden?: Record<string, string>
  /** Tells apart the fields of two forms on one page; ids of fields begin with it. */
  id?: string
  /** For files. */
  multipart?: boolean
  /** Without the 40rem column, for a single button in a row. */
  bare?: boolean
  children?: Child
}

/** A form that changes something. The browser's own checks are off: the server answers with sentences. */
export function Form({ action, formKey, version, hidden = {}, id, multipart, bare, children }: FormProps) {
  return (
    <form
      class={bare ? undefined : 'mf-form'}
      method="post"
      action={action}
      novalidate={true}
      enctype={multipart ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="_key" value={formKey} />
      {version === undefined ? null : <input type="hidden" name="_version" value={String(version)} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FieldPrefix.Provider value={id ?? 'f'}>{children}</FieldPrefix.Provider>
    </form>
  )
}

export type FormPageProps = FormProps & {
  view: View
  title: string
  state: FormState
  submit: string
  lead?: Child
  breadcrumbs?: Crumb[]
  example?: boolean | string
  /** Where one goes who sends nothing; left out: to the last page of the trail. */
  cancel?: NavItem
  /** Stands below the form. */
  below?: Child
}

/** A page that is one form: errors first, then the question, then the fields in one column. */
export function FormPage(props: FormPageProps) {
  const { view, title, state, submit, lead, breadcrumbs, example, cancel: _, below, children, ...form } = props
  const cancel = props.cancel ?? wayBack(props)
  return (
    <Page view={view} title={title} breadcrumbs={breadcrumbs} example={example} state={state}>
      <ErrorSummary state={state} prefix={form.id} />
      <h1 class="govuk-heading-xl">{title}</h1>
      {lead ? <p class="govuk-body-l">{lead}</p> : null}
      <Form {...form}>
        {children}
        {state.personal ? <NotPersonal state={state} /> : null}
        <div class="mf-actions">
          <SubmitButton>{submit}</SubmitButton>
          {cancel ? (
            <a class="govuk-link" href={cancel.href}>
              {cancel.label}
            </a>
          ) : null}
        </div>
      </Form>
      {below}
    </Page>
  )
}

function wayBack({ view, breadcrumbs }: FormPageProps): NavItem | undefined {
  const last = breadcrumbs?.at(-1)
  return last && { href: last.href, label: words[view.lang].form.cancel }
}

/** What was marked is taken out above, or stays with a reason that is recorded. */
export function NotPersonal({ state }: { state: FormState }) {
  const { form } = useWords()
  const id = useFieldId({ name: 'notPersonal', label: form.notPersonal })
  return (
    <TextArea
      id={id}
      name="_notPersonal"
      label={form.notPersonal}
      hint={form.notPersonalHint}
      value={state.personal?.reason}
      error={state.errors.notPersonal}
      rows={3}
      maxLength={1000}
      optional
    />
  )
}

export const examples: Example[] = [
  {
    name: 'Form',
    render: (lang) => (
      <Form action="#" formKey="contoh-1" version={3} id="contoh">
        <TextField
          {...field({ values: { title: 'Data keluarga disatukan' }, errors: {} }, 'title')}
          label={say(lang, 'Judul tugas', 'Title of the task')}
        />
        <SubmitButton>{say(lang, 'Simpan tugas', 'Save the task')}</SubmitButton>
      </Form>
    ),
  },
]
