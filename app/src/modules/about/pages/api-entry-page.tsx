import type { Entry, Schema } from '#kernel/web/openapi/entry.ts'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import type { View } from '#ui/view.ts'
import { type Field, fieldsOf, fieldsWithin, type NamedFields } from '../api-fields.ts'
import { aboutPaths } from '../paths.ts'
import { apiWords } from '../words-api.ts'
import { Content, FieldTable } from './api-fields.tsx'
import { Address } from './api-page.tsx'

type Place = 'path' | 'query' | 'header' | 'body'
type Sent = Field & { place: Place; note?: string }
export type ApiEntryData = {
  entry: Entry
  description?: string
  parameters: { name: string; in: Place; required: boolean; schema: Schema; description?: string }[]
  body: Schema | undefined
  answer: Schema
  named: NamedFields[]
  others: { status: string; description: string }[]
}

/** One read or operation of the API: what it is sent and what it answers. */
export function ApiEntryPage({ view, data }: { view: View; data: ApiEntryData }) {
  const say = apiWords[view.lang]
  const { entry, description, answer, named, others } = data
  const title = entry.summary(view.lang)
  return (
    <Page view={view} title={title} breadcrumbs={[{ href: `${aboutPaths.api()}#${entry.tag}`, label: say.title }]}>
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">
        <Address {...entry} />
      </p>
      {description ? <p class="govuk-body">{description}</p> : null}
      <SentSection view={view} data={data} />
      <Section id="answer" title={say.answer} intro={say.answerIntro}>
        {answer.properties ? null : (
          <p class="govuk-body">
            <Content schema={answer} lang={view.lang} />
          </p>
        )}
        <FieldTable lang={view.lang} caption={say.answer} fields={fieldsWithin(answer)} />
      </Section>
      {named.length > 0 ? <NamedSection view={view} named={named} /> : null}
      <Section id="refusals" title={say.refusals} intro={say.refusalsIntro}>
        <div class="mf-panel">
          <Table
            caption={say.refusals}
            rows={others}
            columns={[
              { label: say.status, head: true, cell: (one) => one.status },
              { label: say.meaning, plain: true, cell: (one) => one.description },
            ]}
          />
        </div>
      </Section>
    </Page>
  )
}

function SentSection({ view: { lang }, data: { parameters, body } }: { view: View; data: ApiEntryData }) {
  const say = apiWords[lang]
  const rows: Sent[] = [
    ...parameters.map((one) => ({ ...one, place: one.in, note: one.description })),
    ...fieldsOf(body ?? {}).map((one) => ({ ...one, place: 'body' as const })),
  ]
  return (
    <Section id="sent" title={say.sent}>
      <div class="mf-panel">
        <Table
          caption={say.sent}
          rows={rows}
          empty={<p class="govuk-body">{say.nothingSent}</p>}
          columns={[
            { label: say.name, head: true, cell: (one) => <code>{one.name}</code> },
            { label: say.place, cell: (one) => say.places[one.place] },
            { label: say.type, cell: (one) => <Content schema={one.schema} lang={lang} /> },
            { label: say.need, cell: (one) => (one.required ? say.yes : say.no) },
            { label: say.note, plain: true, cell: (one) => one.note ?? '' },
          ]}
        />
      </div>
    </Section>
  )
}

function NamedSection({ view: { lang }, named }: { view: View; named: NamedFields[] }) {
  return (
    <Section id="types" title={apiWords[lang].types}>
      {named.map(({ name, description, fields, schema }) => (
        <>
          <h3 class="govuk-heading-m" id={`type-${name}`}>
            <code>{name}</code>
          </h3>
          {description ? (
            <p class="govuk-body" lang="en">
              {description}
            </p>
          ) : null}
          {fields.length > 0 ? (
            <FieldTable lang={lang} caption={name} fields={fields} />
          ) : (
            <p class="govuk-body">
              <Content schema={schema} lang={lang} />
            </p>
          )}
        </>
      ))}
    </Section>
  )
}
