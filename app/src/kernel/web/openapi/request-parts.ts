import { z } from 'zod'
import { both, type Lang } from '../../reason.ts'
import { type Answer, type Entry, namesIn, type Schema } from './entry.ts'

const sentKey = both(
  'UUID kiriman ini: kiriman ulang dengan kunci dan isi yang sama dijawab dengan hasil yang pertama.',
  'UUID of this submission: the same key and content sent again are answered with the first result.',
)
const seenVersion = both(
  'Versi catatan yang Anda lihat: ditolak dengan 409 bila catatan sudah berubah sejak itu.',
  'The version of the record that you saw: refused with 409 when the record has changed since.',
)

/** What the address, the query and the headers carry. */
export function parametersOf(entry: Entry, answer: Answer | undefined, lang: Lang): Schema[] {
  const header = (name: string, schema: Schema, description: string) => {
    return { name, in: 'header', required: false, description, schema }
  }
  return [
    ...pathParameters(entry),
    ...queryParameters(entry.query),
    ...(entry.method === 'post' ? [header('Idempotency-Key', { type: 'string', format: 'uuid' }, sentKey(lang))] : []),
    ...(answer?.versioned
      ? [header('If-Match', { type: 'string', pattern: '^"?[0-9]{1,9}"?$' }, seenVersion(lang))]
      : []),
  ]
}

function pathParameters(entry: Entry): Schema[] {
  const fields = inputOf(entry.input).properties
  return namesIn(entry.path).map((name) => {
    const field = Object.keys(entry.fromPath ?? {}).find((one) => entry.fromPath![one] === name)
    const schema = field ? fields[field] : undefined
    return { name, in: 'path', required: true, schema: schema ?? { type: 'string' } }
  })
}

function queryParameters(query: z.ZodObject | undefined): Schema[] {
  return Object.entries(inputOf(query).properties).map(([name, schema]) => {
    return { name, in: 'query', required: false, schema }
  })
}

/** JSON, or the form that brings a file. */
export function bodyContent(entry: Entry): Schema {
  const schema = bodySchema(entry)
  if (!entry.file) return { 'application/json': { schema } }
  const file = { type: 'string', contentMediaType: 'application/octet-stream' }
  const properties = { ...(schema.properties as Schema), [entry.file]: file }
  const required = [...((schema.required as string[] | undefined) ?? []), entry.file]
  return { 'multipart/form-data': { schema: { ...schema, properties, required } } }
}

const notPersonal = {
  type: 'string',
  maxLength: 1000,
  description:
    'After a refusal with the code personal-data: why the words are no personal data. Recorded with your name.',
}
/** From here on a text is searched for personal data (kernel/personal-text.ts). */
const freeTextFrom = 200

/** The input without what the address gives. */
function bodySchema(entry: Entry): Schema {
  const { properties, required, ...rest } = inputOf(entry.input)
  const inBody = (name: string) => !Object.hasOwn(entry.fromPath ?? {}, name)
  const needed = required.filter(inBody)
  const fields = Object.fromEntries(Object.entries(properties).filter(([name]) => inBody(name)))
  const searched = Object.values(fields).some((one) => Number(one.maxLength ?? 0) >= freeTextFrom)
  return {
    ...rest,
    properties: searched ? { ...fields, notPersonal } : fields,
    ...(needed.length > 0 && { required: needed }),
  }
}

type ObjectSchema = Schema & { properties: Record<string, Schema>; required: string[] }

function inputOf(input: z.ZodObject | undefined): ObjectSchema {
  const { $schema: _, ...schema } = input ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : {}
  return { properties: {}, required: [], ...schema } as ObjectSchema
}
