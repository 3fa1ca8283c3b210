import type { Schema } from '#kernel/web/openapi/entry.ts'
import type { Child } from '#ui/jsx/element.ts'
import type { Lang } from '#ui/language.ts'
import { Table } from '#ui/table.tsx'
import { type Field, refName } from '../api-fields.ts'
import { apiWords } from '../words-api.ts'

export function FieldTable({ lang, caption, fields }: { lang: Lang; caption: string; fields: Field[] }) {
  const say = apiWords[lang]
  if (fields.length === 0) return null
  return (
    <div class="mf-panel">
      <Table
        caption={caption}
        rows={fields}
        columns={[
          { label: say.name, head: true, cell: (one) => <code>{one.name}</code> },
          { label: say.type, plain: true, cell: (one) => <Told field={one} lang={lang} /> },
          ...(fields.some((one) => one.schema.description)
            ? [{ label: say.note, plain: true, cell: (one: Field) => <Note text={one.schema.description} /> }]
            : []),
        ]}
      />
    </div>
  )
}

function Told({ field: { schema, required }, lang }: { field: Field; lang: Lang }) {
  return (
    <>
      <Content schema={schema} lang={lang} />
      {required ? null : <span class="mf-muted">, {apiWords[lang].sometimes}</span>}
    </>
  )
}

/** Notes come from the sources, which are written in English. */
function Note({ text }: { text: unknown }) {
  return typeof text === 'string' ? <span lang="en">{text}</span> : null
}

/** What a value is, in words: "list of: programmes.SeatRow", "text or null". */
export function Content({ schema, lang }: { schema: Schema; lang: Lang }): Child {
  const say = apiWords[lang]
  const name = refName(schema)
  if (name) {
    return (
      <a class="govuk-link" href={`#type-${name}`}>
        <code>{name}</code>
      </a>
    )
  }
  const { anyOf, oneOf, type } = schema as { anyOf?: Schema[]; oneOf?: Schema[]; type?: string | string[] }
  const variants = anyOf ?? oneOf ?? (Array.isArray(type) ? type.map((one) => ({ ...schema, type: one })) : undefined)
  if (variants) {
    return variants.map((one, index) => (
      <>
        {index > 0 ? ` ${say.or} ` : null}
        <Content schema={one} lang={lang} />
      </>
    ))
  }
  if ('const' in schema) return <code>{JSON.stringify(schema.const)}</code>
  if (Array.isArray(schema.enum)) return <code>{schema.enum.map((one) => JSON.stringify(one)).join(' | ')}</code>
  if (type === 'array' && schema.items) {
    return (
      <>
        {say.listOf} <Content schema={schema.items as Schema} lang={lang} />
      </>
    )
  }
  return kindOf(schema, say.kinds)
}

function kindOf({ type, format }: Schema, kinds: (typeof apiWords)['id']['kinds']): string {
  if (type === 'string' && format === 'date-time') return kinds.instant
  if (type === 'string' && format === 'date') return kinds.day
  if (type === 'string' && format === 'uuid') return kinds.uuid
  return Object.hasOwn(kinds, String(type)) ? kinds[type as keyof typeof kinds] : kinds.any
}
