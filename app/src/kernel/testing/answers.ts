import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { openApiDocument } from '../web/openapi/document.ts'
import type { Entry, OpenApi, Schema } from '../web/openapi/entry.ts'

const mend =
  'If it should answer so, run `npm run answers` and MUFAKAT_WRITE_DOCS=1 node bin/setup test app/src/urls.test.ts; ' +
  'if its type says too little or too much, name in `json` (or in the type) exactly what is told.'

/** Holds every JSON answer of a test's site to the OpenAPI document: status, and body to the letter. */
export function answerChecks(openapi: OpenApi) {
  let checks: ReturnType<typeof compile> | undefined
  const wrong: string[] = []
  const check = (operationId: string, status: string, body: unknown) => {
    checks ??= compile(openapi)
    const problem = checks(operationId, status, body)
    if (problem) wrong.push(`${operationId} ${status}: ${problem}. ${mend}`)
  }
  openapi.witness = (operationId, data) => check(operationId, '200', JSON.parse(JSON.stringify({ data })))
  return {
    /** `path` without /api/v1; what no read or operation answers is not looked at. */
    async api(method: string, path: string, response: Response, visitor: boolean): Promise<void> {
      const entry = entryOf(openapi, method, path)
      if (!entry || !openapi.answers.answers[entry.operationId]) return
      const body = await response.clone().text()
      check(entry.operationId, String(response.status), body && JSON.parse(body))
      if (visitor && entry.personal && response.status === 200)
        wrong.push(`${entry.operationId}: answers a visitor, but the document says that it needs a token`)
    },
    /** Throws what was found since the last time. */
    settle(): void {
      if (wrong.length > 0) throw new Error(wrong.splice(0).join('\n'))
    },
  }
}

function entryOf({ entries }: OpenApi, method: string, path: string): Entry | undefined {
  const asked = path.split('?')[0]!
  const fits = (entry: Entry) => new RegExp(`^${entry.path.replace(/:\w+/g, '[^/]+')}$`).test(asked)
  const found = entries.filter((entry) => entry.method === method.toLowerCase() && fits(entry))
  // As the router: what is written out goes before what may be anything.
  return found.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}

type Told = { $ref?: string; content?: { 'application/json': { schema: Schema } } }
type Described = { operationId: string; responses: Record<string, Told> }

function compile(openapi: OpenApi) {
  const { paths, components } = openApiDocument(openapi, 'en', '')
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    formats: { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, date: /^\d{4}-\d\d-\d\d$/ },
  })
  ajv.addSchema({ $id: 'api', components: { schemas: closed(components.schemas) } })
  const operations = Object.values(paths).flatMap((path) => Object.values(path)) as Described[]
  const responses = new Map(operations.map((one) => [one.operationId, one.responses]))
  const compiled = new Map<Told, ValidateFunction>()
  return (operationId: string, status: string, body: unknown): string | undefined => {
    // Modules that only a test has are in no document.
    if (!openapi.answers.answers[operationId]) return undefined
    const told = responses.get(operationId)?.[status]
    if (!told) return 'the document knows no such status'
    const { content } = told.$ref ? (components.responses[told.$ref.split('/').at(-1)!] as Told) : told
    if (!content) return body ? 'the document says that it has no body' : undefined
    const validate = compiled.get(told) ?? ajv.compile(closed(content['application/json'].schema) as object)
    compiled.set(told, validate)
    if (validate(body)) return undefined
    const found = validate.errors!.map((one) => `${one.instancePath} ${one.message} ${JSON.stringify(one.params)}`)
    return [...new Set(found.map((one) => one.replace(/\/\d+(?=[/ ])/g, '/…')))].join('; ')
  }
}

/** Readers must bear further fields, so the document leaves objects open; a test lets nothing through that is not said. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (typeof schema !== 'object' || schema === null) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]))
  if (typeof inner.$ref === 'string') return { ...inner, $ref: `api${inner.$ref}` }
  return inner.type === 'object' && !('additionalProperties' in inner)
    ? { ...inner, additionalProperties: false }
    : inner
}
