import { DisabledButton, SubmitButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Facts } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { ImportForm } from '../importing/form.ts'
import type { ImportPlan } from '../importing/plan.ts'
import type { ReadList } from '../importing/read-list.ts'
import { directoryPaths } from '../paths.ts'
import { importWords } from '../words-import.ts'
import { listCrumbs } from './directory-form.tsx'
import { Lines, Notes, Refused, Repaired } from './import-report.tsx'

export type CheckData = {
  form: ImportForm
  header: string[]
  /** Column by field, as it stands now. */
  columns: Record<string, string>
  /** What was read and would happen; left out when the columns do not tell the names yet. */
  list?: ReadList
  plan?: ImportPlan
}
type Props = { view: View; data: CheckData; state: FormState; formKey: string }

/** The second step: which column is what, and what the import would do. */
export function ImportCheckPage({ view, data, state, formKey }: Props) {
  const say = importWords[view.lang]
  const { form, list, plan } = data
  const hidden = {
    table: form.table,
    source: form.source,
    country: form.country,
    lang: form.lang,
    mapped: 'yes',
  }
  return (
    <Page view={view} title={say.checkTitle} breadcrumbs={crumbsOf(view)} state={state}>
      <ErrorSummary state={state} />
      <h1 class="govuk-heading-xl">{say.checkTitle}</h1>
      <p class="govuk-body-l">{form.source ? say.checkLead(form.source) : say.checkLeadUnnamed}</p>
      {list && plan ? <Result view={view} list={list} plan={plan} /> : null}
      <Form bare action={directoryPaths.importing()} formKey={formKey} hidden={hidden} multipart>
        {list ? <Acts view={view} list={list} /> : null}
        <Columns view={view} data={data} state={state} />
      </Form>
      {list && plan ? (
        <>
          <Refused view={view} list={list} />
          <Notes view={view} notes={plan.notes} />
          <Lines view={view} plan={plan} />
          <Repaired view={view} list={list} />
        </>
      ) : null}
    </Page>
  )
}

function crumbsOf(view: View) {
  return [...listCrumbs(view), { href: directoryPaths.importing(), label: importWords[view.lang].title }]
}

function Result({ view, list, plan }: { view: View; list: ReadList; plan: ImportPlan }) {
  const say = importWords[view.lang]
  const { rows } = list.report
  const { dialect } = list.table
  const number = (value: number) => formatNumber(view.lang, value)
  const made = plan.notes.filter((note) => note.reason === 'parent-made').length
  const items = [
    { label: say.rows, value: number(rows.read) },
    { label: say.created, value: <strong>{number(rows.created)}</strong> },
    { label: say.updated, value: <strong>{number(rows.updated)}</strong> },
    { label: say.unchanged, value: number(rows.unchanged) },
    { label: say.refused, value: number(rows.refused) },
    ...(made > 0 ? [{ label: say.made, value: number(made) }] : []),
    { label: say.dialect, value: say.dialectOf(dialect.encoding.toUpperCase(), say.delimiters[dialect.delimiter]) },
  ]
  return <Facts items={items} />
}

function Acts({ view, list }: { view: View; list: ReadList }) {
  const say = importWords[view.lang]
  const { rows } = list.report
  const count = rows.created + rows.updated
  return (
    <div class="mf-actions mf-actions--end">
      {count > 0 ? (
        <SubmitButton name="step" value="import">
          {say.run(formatNumber(view.lang, count))}
        </SubmitButton>
      ) : (
        <DisabledButton id="run-import" reason={say.runDisabled}>
          {say.run('0')}
        </DisabledButton>
      )}
      <a class="govuk-link" href={directoryPaths.importing()}>
        {say.startOver}
      </a>
    </div>
  )
}

function Columns({ view, data, state }: { view: View; data: CheckData; state: FormState }) {
  const say = importWords[view.lang]
  const { header, columns, list } = data
  const options = header.map((name) => ({ value: name, label: name }))
  const unused = header.filter((name) => !Object.values(columns).includes(name))
  const fields = (
    <>
      <p class="govuk-body">{say.mapIntro}</p>
      <div class="mf-grid mf-grid--3">
        {Object.entries(columns).map(([name, column]) => (
          <SelectField
            name={`map-${name}`}
            label={say.fields[name as keyof typeof say.fields]}
            value={column}
            options={options}
            blank={say.notUsed}
            error={state.errors[`map-${name}`]}
          />
        ))}
      </div>
      {unused.length > 0 ? <p class="govuk-body mf-small mf-muted">{say.unusedColumns(unused.join(', '))}</p> : null}
      <SubmitButton secondary name="step" value="preview">
        {say.again}
      </SubmitButton>
    </>
  )
  if (!list) return <Section id="h-map" title={say.mapTitle} children={fields} />
  return <Details summary={say.mapTitle}>{fields}</Details>
}
