import type { FormProps } from '#kernel/web/form.tsx'
import { kernelWords } from '#kernel/words.ts'
import { type ListItem, RecordList } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { formatDate, formatDateTime, formatNumber, type Lang } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Pagination } from '#ui/pagination.tsx'
import type { View } from '#ui/view.ts'
import type { FindingsData, ShownFinding } from '../loads-findings.ts'
import { pageSize } from '../page-size.ts'
import { findingPaths as paths } from '../paths.ts'
import { findingWords } from '../words-findings.ts'

export function FindingsPage({ view, data }: { view: View; data: FindingsData }) {
  const { lang } = view
  const say = findingWords[lang]
  const { rows, total, page, scan } = data
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body mf-muted">
        {scan.last ? say.progress(formatNumber(lang, scan.texts), formatDateTime(lang, scan.last)) : say.unread}
      </p>
      {scan.unfinished > 0 ? <Notice kind="attention" text={say.running} /> : null}
      {total === 0 ? (
        <Empty title={say.none}>{say.noneRule}</Empty>
      ) : (
        <RecordList level={2} items={rows.map((row) => findingItem(row, lang))} />
      )}
      <Pagination page={page} size={pageSize} total={total} href={paths.list} />
    </Page>
  )
}

/** Of what kind, where, since when; the way to the record and to the answer. */
export function findingItem(one: ShownFinding, lang: Lang): ListItem {
  const say = findingWords[lang]
  const kind = say.kinds[one.record_kind] ?? one.record_kind
  return {
    href: paths.pass(one.id),
    title: kindsOf(one, lang),
    lines: [
      `${say.in(kind, one.owner ?? '')} · ${say.found} ${formatDate(lang, one.created_at.toISOString().slice(0, 10))}`,
      one.href ? (
        <a class="govuk-link" href={one.href}>
          {say.open}
        </a>
      ) : null,
    ],
  }
}

function kindsOf({ kinds }: ShownFinding, lang: Lang): string {
  const names = kernelWords[lang].personalKinds as Record<string, string>
  const said = kinds.map((kind) => names[kind] ?? kind).join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

export function PassForm({ view, data, form }: { view: View; data: ShownFinding; form: FormProps }) {
  const { lang } = view
  const say = findingWords[lang]
  const back = { href: paths.list(), label: say.title }
  return (
    <FormPage
      view={view}
      title={say.passTitle}
      lead={say.passLead}
      state={form.state}
      submit={say.pass}
      action={form.action}
      formKey={form.key}
      breadcrumbs={[back]}
      cancel={back}
    >
      <p class="govuk-body">
        {kindsOf(data, lang)}: {say.in(say.kinds[data.record_kind] ?? data.record_kind, data.owner ?? '')}.{' '}
        {data.href ? (
          <a class="govuk-link" href={data.href}>
            {say.open}
          </a>
        ) : null}
      </p>
      <TextArea {...field(form.state, 'reason')} label={say.reason} hint={say.reasonHint} rows={4} maxLength={1000} />
    </FormPage>
  )
}
