import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { programmePaths } from '../paths.ts'
import { type HomeFigures, inLanguageOf, type ProgrammeFigures } from '../programme.ts'
import { words } from '../words.ts'
import { withQuery } from './address.ts'

export type FiguresData = { figures: HomeFigures; rows: ProgrammeFigures[] }

/** What the figures of the home page are made of: a row a programme, every number leading to its records. */
export function FiguresPage({ data: { figures, rows }, view }: { data: FiguresData; view: View }) {
  const say = words[view.lang].figures
  const number = (value: number) => formatNumber(view.lang, value)
  const shown = rows.reduce((sum, row) => sum + row.events, 0)
  const example = rows.some((row) => row.example) ? words[view.lang].home.someExample : undefined
  return (
    <Page view={view} title={say.title} breadcrumbs={[]} example={example !== undefined} exampleText={example}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.organisations(number(figures.organisations))}</p>
      {figures.events > shown ? <p class="govuk-body">{say.elsewhere(number(figures.events - shown))}</p> : null}
      <div class="mf-panel">
        <Table
          caption={say.title}
          rows={rows}
          columns={columnsOf(view)}
          empty={<Empty title={words[view.lang].home.noProgrammes} />}
        />
      </div>
    </Page>
  )
}

function columnsOf(view: View): Column<ProgrammeFigures>[] {
  const { home, figures: say } = words[view.lang]
  const counted = (value: number, href: string) =>
    value === 0 ? (
      <>0</>
    ) : (
      <a class="govuk-link" href={href}>
        {formatNumber(view.lang, value)}
      </a>
    )
  const commitments = (slug: string, outcome: string) => withQuery(programmePaths.commitments(slug), { outcome })
  return [
    {
      label: say.programme,
      head: true,
      cell: (row) => {
        const name = inLanguageOf(view.lang, { own: row.name, en: row.name_en, lang: row.lang })
        return (
          <a class="govuk-link" href={programmePaths.programme(row.slug)}>
            <Recorded lang={name.lang}>{name.text}</Recorded>
          </a>
        )
      },
    },
    { label: home.organisations, numeric: true, cell: (row) => counted(row.parties, programmePaths.parties(row.slug)) },
    { label: say.due, numeric: true, cell: (row) => counted(row.due, commitments(row.slug, 'due')) },
    { label: say.kept, numeric: true, cell: (row) => counted(row.kept, commitments(row.slug, 'kept')) },
    { label: say.events, numeric: true, cell: (row) => counted(row.events, programmePaths.history(row.slug)) },
  ]
}
