import { z } from 'zod'
import { both, type Lang, type Text } from '../reason.ts'

type Entry = {
  method: 'get' | 'post'
  path: string
  operationId: string
  summary: Text
  tag: string
  input?: z.ZodObject
  /** Needs a person's fresh proof, which a token cannot give. */
  stepUp?: true
  query?: z.ZodObject
}

/** Collects every mounted read and operation; the document is made from the same schemas that validate. */
export type OpenApi = { entries: Entry[]; add(entry: Entry): void }

export function createOpenApi(): OpenApi {
  const entries: Entry[] = []
  return { entries, add: (entry) => void entries.push(entry) }
}

export function openApiDocument(openapi: OpenApi, lang: Lang, baseUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const entry of openapi.entries) {
    const path = entry.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [entry.method]: describe(entry, lang) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Mufakat', version: '1', description: about(lang), license: { name: 'Apache-2.0' } },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{}, { token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas: { Refusal: refusalSchema } },
    paths,
  }
}

const about = both(
  'Operasi dan bacaan yang sama dengan halaman Mufakat.',
  'The same operations and reads as the pages of Mufakat.',
)

const needsProof = both(
  'Hanya lewat halaman: perlu bukti diri yang baru, jadi token ditolak dengan kode proof-needed.',
  'Only by its page: it needs a fresh proof of who asks, so tokens are refused with the code proof-needed.',
)

const refusalSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['kind', 'code', 'message'],
      properties: {
        kind: { enum: ['invalid', 'denied', 'conflict', 'missing', 'unavailable'] },
        code: { type: 'string' },
        message: { type: 'string' },
        problems: {
          type: 'array',
          items: {
            type: 'object',
            properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
          },
        },
      },
    },
  },
}

function describe(entry: Entry, lang: Lang) {
  const pathNames = [...entry.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const json = (description: string, schema: unknown = {}) => ({
    description,
    content: { 'application/json': { schema } },
  })
  const refused = json('refused', { $ref: '#/components/schemas/Refusal' })
  const refusals = entry.method === 'post' ? { 403: refused, 409: refused, 422: refused } : {}
  return {
    operationId: entry.operationId,
    summary: entry.summary(lang),
    ...(entry.stepUp ? { description: needsProof(lang) } : {}),
    tags: [entry.tag],
    parameters: [
      ...pathNames.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...queryParameters(entry.query),
    ],
    ...(entry.input
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodySchema(entry.input, pathNames) } },
          },
        }
      : {}),
    responses: { 200: json('done'), 404: refused, ...refusals },
  }
}

function queryParameters(query: z.ZodObject | undefined) {
  if (!query) return []
  const { properties = {} } = z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: false, schema }))
}

function bodySchema(input: z.ZodObject, pathNames: string[]) {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const { $schema: _, ...rest } = schema
  return { ...rest, required: (rest.required ?? []).filter((name) => !pathNames.includes(name)) }
}
