import { both, type Lang, type Text } from '../../reason.ts'
import { type Answer, type Entry, namesIn, type Schema } from './entry.ts'

const sentences: Record<string, Text> = {
  301: both('Catatan ini digabungkan ke catatan lain.', 'This record was merged into another.'),
  401: both('Token tidak dikenal, kedaluwarsa, atau dicabut.', 'The token is unknown, expired or withdrawn.'),
  403: both('Tidak berwenang; `code` menyebut alasannya.', 'Not allowed; `code` names the reason.'),
  404: both('Tidak ada, atau tidak terbuka bagi Anda.', 'Not there, or not open to you.'),
  409: both(
    'Catatan sudah berubah, kunci sudah dipakai, atau keadaan catatan tidak mengizinkan.',
    'The record has changed, the key was used, or the state of records forbids it.',
  ),
  413: both('Kiriman terlalu besar.', 'The body is too large.'),
  422: both('Isian perlu diperbaiki; `problems` menyebut tiap isian.', 'Input to mend; `problems` names each field.'),
  429: both('Terlalu sering; tunggu selama `Retry-After`.', 'Too often; wait for `Retry-After`.'),
  500: both('Kesalahan di pihak kami; sudah dicatat.', 'A fault of ours; it has been noted.'),
  503: both('Basis data tidak menjawab; coba lagi sebentar lagi.', 'The database does not answer; try again shortly.'),
}

const headers: Record<string, Schema> = {
  301: { Location: { description: 'URI', schema: { type: 'string', format: 'uri-reference' } } },
  401: { 'WWW-Authenticate': { description: 'Bearer', schema: { type: 'string' } } },
  429: { 'Retry-After': { description: 's', schema: { type: 'integer' } } },
  503: { 'Retry-After': { description: 's', schema: { type: 'integer' } } },
}

/** Every answer that is no success, written once: components/responses. */
export function refusals(lang: Lang): Record<string, Schema> {
  const named = Object.entries(sentences).map(([status, text]) => [
    nameOf(status),
    {
      description: text(lang),
      ...(headers[status] && { headers: headers[status] }),
      ...(Number(status) >= 400 && {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      }),
    },
  ])
  return Object.fromEntries(named)
}

const done = both('Berhasil.', 'Done.')

/** What one read or operation may answer, and nothing it cannot. */
export function responsesOf(
  { method, path, served }: Entry,
  { answer, moved }: { answer?: Answer; moved: boolean },
  lang: Lang,
): Record<string, Schema> {
  const acting = method === 'post'
  const mayMiss = answer?.missing !== false || namesIn(path).length > 0
  const statuses = [
    ...(moved ? [301] : []),
    401,
    ...(acting ? [403] : []),
    ...(mayMiss ? [404] : []),
    ...(acting ? [409, 413, 422] : []),
    429,
    500,
    503,
  ]
  const refs = statuses.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }])
  const content = served ? { content: { [served]: { schema: { type: 'string' } } } } : answer && contentOf(answer)
  return { 200: { description: done(lang), ...content }, ...Object.fromEntries(refs) }
}

function nameOf(status: number | string): string {
  return Number(status) < 400 ? 'Moved' : `Refused${status}`
}

function contentOf({ schema }: Answer): Schema {
  const body = { type: 'object', properties: { data: schema }, required: ['data'] }
  return { content: { 'application/json': { schema: body } } }
}

const text = { type: 'string' }
const change = {
  type: 'object',
  required: ['event', 'at', 'personId'],
  properties: { event: text, at: { type: 'string', format: 'date-time' }, personId: { type: ['string', 'null'] } },
}
const span = {
  type: 'object',
  required: ['kind', 'start', 'end', 'confidence'],
  properties: { kind: text, start: { type: 'integer' }, end: { type: 'integer' }, confidence: { type: 'number' } },
}
const problem = {
  type: 'object',
  required: ['field', 'code', 'message'],
  properties: { field: text, code: text, message: text, spans: { type: 'array', items: span } },
}

export const refusalSchemas: Record<string, Schema> = {
  Refusal: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['kind', 'code', 'message'],
        properties: {
          kind: {
            enum: [
              'invalid',
              'denied',
              'conflict',
              'missing',
              'tooLarge',
              'tooMany',
              'unavailable',
              'keysUnavailable',
              'filesUnavailable',
              'scannerUnavailable',
              'broken',
            ],
          },
          code: text,
          message: text,
          problems: { type: 'array', items: problem },
          since: { type: 'array', items: change },
          withheld: { type: 'object', additionalProperties: { type: ['string', 'null'] } },
        },
      },
    },
  },
}
