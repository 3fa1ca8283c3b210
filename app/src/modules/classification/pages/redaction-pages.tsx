import { groundNames } from '#kernel/grounds.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { BelowProgramme, trail } from '#modules/programmes/pages/below-programme.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Blackened } from '#ui/held.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import { Panel } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { ActTime, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { DecisionData } from '../loads.ts'
import type { RedactionData } from '../loads-redactions.ts'
import { classificationPaths, redactionPaths } from '../paths.ts'
import { type Cells, linesOf, type Passage } from '../redaction.ts'
import { words } from '../words.ts'
import { redactionWords } from '../words-redactions.ts'

export function RedactionPage({ view, data }: { view: View; data: RedactionData }) {
  const { lang } = view
  const say = redactionWords[lang]
  const { programme, one } = data
  const decision = { href: classificationPaths.one(programme.slug, one.classification_id), label: words[lang].decision }
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} crumbs={[decision]}>
      <h2 class="govuk-heading-l">
        <Recorded lang={one.lang}>{one.title}</Recorded>
      </h2>
      <p class="govuk-body mf-muted">
        <ActTime at={one.created_at} />
      </p>
      {one.passages ? <BlackenedText lang={lang} written={one.lang} passages={one.passages} /> : null}
      {one.cells ? <SuppressedTable lang={lang} title={one.title} cells={one.cells} /> : null}
    </BelowProgramme>
  )
}

export function BlackenedText({ lang, written, passages }: { lang: Lang; written: Lang; passages: Passage[] }) {
  return (
    <>
      {linesOf(passages).map((line) => (
        <p class="govuk-body">
          {line.map((one) =>
            'text' in one ? (
              <Recorded lang={written}>{one.text}</Recorded>
            ) : (
              <Blackened letter={one.ground.slice(-1)} basis={groundNames[one.ground](lang)} />
            ),
          )}
        </p>
      ))}
    </>
  )
}

type CellRow = Cells['rows'][number]
function SuppressedTable({ lang, title, cells }: { lang: Lang; title: string; cells: Cells }) {
  const say = redactionWords[lang]
  const [first, ...others] = cells.columns
  const columns: Column<CellRow>[] = [
    { label: first!, head: true, cell: (row) => row.label },
    ...others.map((label, index) => ({
      label,
      numeric: true,
      cell: (row: CellRow) => {
        const value = row.cells[index]
        return value === null || value === undefined ? say.suppressed : formatNumber(lang, value)
      },
    })),
  ]
  return (
    <Panel>
      <Table caption={title} columns={columns} rows={cells.rows} />
      <p class="mf-small mf-muted">{say.suppressedNote}</p>
    </Panel>
  )
}

export function OpenInPartForm({ view, data, form }: { view: View; data: DecisionData; form: FormProps }) {
  const { lang } = view
  const say = redactionWords[lang]
  const { programme, one } = data
  const list = { href: classificationPaths.list(programme.slug), label: words[lang].register }
  const back = { href: classificationPaths.one(programme.slug, one.id), label: words[lang].decision }
  return (
    <FormPage
      view={view}
      title={say.publish}
      lead={say.publishLead}
      state={form.state}
      submit={say.publish}
      action={form.action}
      formKey={form.key}
      hidden={{ lang }}
      breadcrumbs={trail(view, programme, list, back)}
      example={programme.example ?? undefined}
      cancel={back}
    >
      <TextField {...field(form.state, 'title')} label={say.name} />
      <TextArea {...field(form.state, 'text')} label={say.text} hint={say.textHint} rows={10} optional />
      <TextArea {...field(form.state, 'table')} label={say.table} hint={say.tableHint} rows={6} optional />
      <p class="govuk-body">{say.preview}</p>
    </FormPage>
  )
}

/** Links to the public versions, on the decision's page. */
export function Versions({ lang, data }: { lang: Lang; data: DecisionData }) {
  if (data.versions.length === 0) return null
  return (
    <ul class="govuk-list">
      {data.versions.map((version) => (
        <li>
          <a class="govuk-link" href={redactionPaths.one(data.programme.slug, version.id)}>
            {redactionWords[lang].title}: <Recorded lang={version.lang}>{version.title}</Recorded>
          </a>
        </li>
      ))}
    </ul>
  )
}
