import { both, type Lang } from '../../reason.ts'
import type { Entry, OpenApi, Schema } from './entry.ts'
import { bodyContent, parametersOf } from './request-parts.ts'
import { refusalSchemas, refusals, responsesOf } from './responses.ts'

/** The OpenAPI 3.1 document of everything mounted, in one language. */
export function openApiDocument(openapi: OpenApi, lang: Lang, baseUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const entry of openapi.entries) {
    const path = entry.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [entry.method]: describe(openapi, entry, lang, baseUrl) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mufakat',
      version: '1',
      description: about(lang),
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
    tags: tagsOf(openapi, lang),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: tokenMade(lang) } },
      responses: refusals(lang),
      schemas: { ...refusalSchemas, ...schemasBehind(paths, openapi.answers.schemas) },
    },
    paths,
  }
}

const about = both(
  'Operasi dan bacaan yang sama dengan halaman Mufakat, dengan aturan akses yang sama. `?lang=id` atau `?lang=en` memilih bahasa kalimat. Hari ditulis YYYY-MM-DD, saat dalam UTC (untuk pembaca tanpa kursi, dari tindakan orang hanya harinya), uang dalam rupiah penuh, bagian dari keseluruhan 0–1.',
  'The same operations and reads as the pages of Mufakat, under the same rules of access. `?lang=id` or `?lang=en` chooses the language of sentences. Days are YYYY-MM-DD, instants UTC (of what people did, readers without a seat are told the day), money whole rupiah, shares 0–1.',
)

const tokenMade = both(
  'Token dibuat pemiliknya di ruang kerja. Kuki masuk hanya berlaku untuk bacaan.',
  'Its owner makes a token in the workspace. A sign-in cookie only serves for reads.',
)

const needsProof = both(
  'Hanya lewat halaman: perlu bukti diri yang baru, jadi token ditolak dengan kode proof-needed.',
  'Only by its page: it needs a fresh proof of who asks, so tokens are refused with the code proof-needed.',
)

const openRead = both(
  'Tanpa token terbaca yang publik; dengan token juga yang terbuka bagi pemiliknya.',
  'Without a token it tells what is public; with one also what is open to its owner.',
)

/** The named schemas that something refers to, directly or through others. */
function schemasBehind(told: unknown, schemas: Record<string, Schema>): Record<string, Schema> {
  const reached = new Set<string>()
  const waiting = [told]
  while (waiting.length > 0) {
    for (const [, name] of JSON.stringify(waiting.pop()).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (!schemas[name!] || reached.has(name!)) continue
      reached.add(name!)
      waiting.push(schemas[name!])
    }
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => reached.has(name)))
}

function tagsOf({ entries, tags }: OpenApi, lang: Lang) {
  const used = [...new Set(entries.map((entry) => entry.tag))].sort()
  return used.map((name) => ({ name, description: tags[name]?.about(lang) }))
}

function movedBelow({ moved }: OpenApi, { method, path }: Entry): boolean {
  return method === 'get' && moved.some((prefix) => path.startsWith(`${prefix}/:`))
}

function describe(openapi: OpenApi, entry: Entry, lang: Lang, baseUrl: string): Schema {
  const answer = openapi.answers.answers[entry.operationId]
  const description = entry.stepUp ? needsProof(lang) : entry.personal ? undefined : openRead(lang)
  return {
    operationId: entry.operationId,
    summary: entry.summary(lang),
    ...(description && { description }),
    tags: [entry.tag],
    ...(entry.served && { servers: [{ url: baseUrl }] }),
    ...(!entry.personal && { security: [{}, { token: [] }] }),
    parameters: parametersOf(entry, answer, lang),
    ...(entry.input && {
      requestBody: { required: true, content: bodyContent(entry) },
    }),
    responses: responsesOf(entry, { answer, moved: movedBelow(openapi, entry) }, lang),
  }
}
