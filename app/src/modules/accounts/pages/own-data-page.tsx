import type { PersonalValue } from '#kernel/personal-data.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { formatDateTime, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { LangContext, type NavItem, type View } from '#ui/view.ts'
import type { OwnPart } from '../own-data.ts'
import { accountPaths } from '../paths.ts'
import { words } from '../words.ts'
import { AccountPage } from './account-page.tsx'

type Props = { view: View; parts: OwnPart[]; leave?: NavItem; formKey: string; tabs: NavItem[] }
const mostShown = 25

export function OwnDataPage({ view, parts, leave, formKey, tabs }: Props) {
  const say = words[view.lang].ownData
  return (
    <AccountPage view={view} title={say.title} lead={say.lead} tabs={tabs}>
      <Form bare action={accountPaths.ownData()} formKey={formKey}>
        <div class="mf-actions">
          <SubmitButton name="format" value="json">
            {say.json}
          </SubmitButton>
          <SubmitButton secondary name="format" value="html">
            {say.html}
          </SubmitButton>
        </div>
      </Form>
      <p class="govuk-body mf-muted">{say.law}</p>
      {leave ? (
        <p class="govuk-body">
          <a class="govuk-link" href={leave.href}>
            {leave.label}
          </a>
        </p>
      ) : null}
      {parts.map((part) => (
        <Section id={`part-${part.name}`} title={part.title} intro={say.count(String(part.rows.length))}>
          {part.rows.length > 0 ? (
            <Details summary={say.open(part.title)}>
              <Rows lang={view.lang} part={part} rows={part.rows.slice(0, mostShown)} />
              {part.rows.length > mostShown ? <p class="govuk-body">{say.more(String(mostShown))}</p> : null}
            </Details>
          ) : null}
        </Section>
      ))}
    </AccountPage>
  )
}

function Rows({ lang, part, rows }: { lang: Lang; part: OwnPart; rows: OwnPart['rows'] }) {
  const names = Object.keys(rows[0] ?? {})
  return (
    <Table
      caption={part.title}
      rows={rows}
      empty={<Empty title={words[lang].ownData.none} />}
      columns={names.map((name, index) => ({
        label: part.columns[name] ?? name,
        head: index === 0,
        cell: (row: OwnPart['rows'][number]) => <span class="mf-break">{textOf(lang, row[name] ?? null)}</span>,
      }))}
    />
  )
}

/** A file of its own: readable anywhere, without the site's styles. */
export function OwnDataFile({ lang, parts, at, place }: { lang: Lang; parts: OwnPart[]; at: Date; place: string }) {
  const say = words[lang].ownData
  const title = `${say.title} – Mufakat ${place}`
  return (
    <LangContext.Provider value={lang}>
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
        </head>
        <body>
          <h1>{title}</h1>
          <p>{formatDateTime(lang, at)}</p>
          {parts.map((part) => (
            <section>
              <h2>{part.title}</h2>
              {part.rows.length > 0 ? <FileTable lang={lang} part={part} /> : <p>{say.none}</p>}
            </section>
          ))}
        </body>
      </html>
    </LangContext.Provider>
  )
}

function FileTable({ lang, part }: { lang: Lang; part: OwnPart }) {
  const names = Object.keys(part.rows[0] ?? {})
  return (
    <table>
      <tr>
        {names.map((name) => (
          <th>{part.columns[name] ?? name}</th>
        ))}
      </tr>
      {part.rows.map((row) => (
        <tr>
          {names.map((name) => (
            <td>{textOf(lang, row[name] ?? null)}</td>
          ))}
        </tr>
      ))}
    </table>
  )
}

function textOf(lang: Lang, value: PersonalValue): string {
  const say = words[lang].ownData
  if (value === null) return '–'
  if (value instanceof Date) return formatDateTime(lang, value)
  if (typeof value === 'boolean') return value ? say.yes : say.no
  return String(value)
}
