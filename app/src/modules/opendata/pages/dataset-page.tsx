import { classificationPaths } from '#modules/classification/paths.ts'
import { SubmitButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-fields.tsx'
import { Facts } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ExternalLink, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { licence } from '../licence.ts'
import type { DatasetShown, ShownColumn } from '../loads.ts'
import { dataPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { data: DatasetShown; view: View }

export function DatasetPage({ data, view }: Props) {
  const say = words[view.lang]
  return (
    <Page
      view={view}
      title={data.title}
      breadcrumbs={[{ href: dataPaths.list(), label: say.title }]}
      example={data.programmes.some((programme) => programme.example)}
      description={data.description}
    >
      <h1 class="govuk-heading-xl">{data.title}</h1>
      <p class="govuk-body-l">{data.description}</p>
      <Facts
        items={[
          { label: say.classRule, value: say.classText },
          { label: say.frequency, value: say.frequencies[data.frequency] },
          { label: say.lastChange, value: data.changed ? <Time at={data.changed} /> : say.noChange },
          {
            label: say.licence,
            value: (
              <>
                <ExternalLink href={licence.path}>{licence.title}</ExternalLink>. {say.licenceRule}
              </>
            ),
          },
        ]}
      />
      <DownloadSection data={data} view={view} />
      <Section id="kolom" title={say.columns} intro={say.columnsIntro}>
        <div class="mf-panel">
          <Table caption={say.columns} rows={data.columns} columns={columnsOf(view)} />
        </div>
      </Section>
      {data.programmes.length > 0 ? <WithheldSection data={data} view={view} /> : null}
      <Section id="teks" title={say.guard}>
        <p class="govuk-body">{say.guardRule}</p>
      </Section>
    </Page>
  )
}

function DownloadSection({ data, view }: Props) {
  const say = words[view.lang]
  const options = data.programmes.map(({ slug, name, name_en }) => ({
    value: slug,
    label: view.lang === 'en' && name_en ? name_en : name,
  }))
  return (
    <Section id="unduh" title={say.download} intro={say.downloadIntro}>
      <form action={dataPaths.csv(data.key)}>
        <SelectField
          name="programme"
          label={say.programme}
          hint={say.ofProgrammeHint}
          options={[{ value: '', label: say.allProgrammes }, ...options]}
        />
        <SubmitButton>{say.csv}</SubmitButton>
      </form>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={dataPaths.datapackage(data.key)}>
            {say.datapackage}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={dataPaths.csvw(data.key)}>
            {say.csvw}
          </a>
        </li>
      </ul>
    </Section>
  )
}

/** Which decisions let the rest be open: each programme's register of what is withheld, by whom and until when. */
function WithheldSection({ data, view }: Props) {
  const say = words[view.lang]
  return (
    <Section id="golongan" title={say.withheld} intro={say.withheldIntro}>
      <ul class="govuk-list">
        {data.programmes.map(({ slug, name, name_en }) => (
          <li>
            <a class="govuk-link" href={classificationPaths.list(slug)}>
              {view.lang === 'en' && name_en ? name_en : name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function columnsOf(view: View) {
  const say = words[view.lang]
  return [
    { label: say.column, head: true, cell: (row: ShownColumn) => <code>{row.name}</code> },
    { label: say.meaning, cell: (row: ShownColumn) => <Meaning row={row} view={view} /> },
    { label: say.type, cell: (row: ShownColumn) => say.types[row.type] },
    { label: say.required, cell: (row: ShownColumn) => (row.required ? say.yes : say.no) },
  ]
}

function Meaning({ row, view }: { row: ShownColumn; view: View }) {
  const say = words[view.lang]
  const sentences = [`${row.title}.`, row.description, row.values.length > 0 ? say.oneOf(row.values.join(', ')) : null]
  return (
    <>
      {sentences.filter((one) => one !== null).join(' ')}
      {row.names ? (
        <>
          {` ${say.names} `}
          <a class="govuk-link" href={dataPaths.dataset(row.names.key)}>
            {row.names.title}
          </a>
        </>
      ) : null}
    </>
  )
}
