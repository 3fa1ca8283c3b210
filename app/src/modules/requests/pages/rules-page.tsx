import type { FormProps } from '#kernel/web/form.tsx'
import { NumberField, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { type Column, Table } from '#ui/table.tsx'
import { Num, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Rule } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CalendarNote } from './parts.tsx'

type RulesProps = { view: View; data: { rules: Rule[]; calendar: { version: number }; operator: boolean } }

export function RulesPage({ view, data }: RulesProps) {
  const say = words[view.lang].rules
  return (
    <Page view={view} title={say.title} breadcrumbs={crumbs(view)}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <div class="mf-panel">
        <Table caption={say.title} rows={data.rules} columns={columnsOf(view, data.operator)} />
      </div>
      <CalendarNote version={data.calendar.version} view={view} />
    </Page>
  )
}

function columnsOf(view: View, operator: boolean): Column<Rule>[] {
  const say = words[view.lang].rules
  const count = (value: number) => formatNumber(view.lang, value)
  const columns: Column<Rule>[] = [
    { label: say.rule, head: true, cell: (row) => nameOf(view, row) },
    {
      label: say.amount,
      cell: (row) => (row.unit === 'years' ? say.years(count(row.amount)) : say.days(count(row.amount))),
    },
    { label: say.source, cell: (row) => <Recorded lang="id">{row.source}</Recorded> },
    { label: say.version, cell: (row) => <Num>{row.version}</Num> },
  ]
  if (!operator) return columns
  const change = (row: Rule) => (
    <a class="govuk-link" href={requestPaths.changeRule(row.id)}>
      {say.change}
      <span class="govuk-visually-hidden"> {nameOf(view, row)}</span>
    </a>
  )
  return [...columns, { label: say.change, plain: true, cell: change }]
}

function nameOf(view: View, { id }: Rule): string {
  const names: Record<string, string> = words[view.lang].rules.names
  return names[id] ?? id
}

const crumbs = (view: View) => [{ href: requestPaths.register(), label: words[view.lang].register.title }]

export function ChangeRulePage({ view, rule, form }: { view: View; rule: Rule; form: FormProps }) {
  const say = words[view.lang].rules
  return (
    <FormPage
      view={view}
      title={`${say.change}: ${nameOf(view, rule)}`}
      lead={say.changeLead}
      state={form.state}
      submit={say.save}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={[...crumbs(view), { href: requestPaths.rules(), label: say.title }]}
      cancel={{ href: requestPaths.rules(), label: words[view.lang].field.cancel }}
    >
      <NumberField
        {...field(form.state, 'amount')}
        label={rule.unit === 'years' ? say.inYears : say.inDays}
        width={3}
      />
      <TextField {...field(form.state, 'source')} label={say.source} hint={say.sourceHint} />
    </FormPage>
  )
}
