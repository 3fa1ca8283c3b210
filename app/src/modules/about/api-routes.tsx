import { both, type Lang } from '#kernel/reason.ts'
import { openApiDocument } from '#kernel/web/openapi/document.ts'
import type { OpenApi, Schema } from '#kernel/web/openapi/entry.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { namedIn } from './api-fields.ts'
import { type ApiEntryData, ApiEntryPage } from './pages/api-entry-page.tsx'
import { type ApiGroup, ApiPage } from './pages/api-page.tsx'
import { aboutPaths } from './paths.ts'

type Document = ReturnType<typeof openApiDocument>

/** The document, and the same for people: a page of groups, and a page for each read and operation. */
export function apiRoutes(site: Site): void {
  const { app, openapi, deps } = site
  const made = new Map<Lang, Document>()
  // Everything is mounted before the first request, so each language is made once.
  const documentIn = (lang: Lang) => {
    const document = made.get(lang) ?? openApiDocument(openapi, lang, deps.config.BASE_URL)
    made.set(lang, document)
    return document
  }
  app.get('/api/v1/openapi.json', (c) => c.json(documentIn(c.var.lang)))
  mountPage(site, {
    name: 'read-api',
    path: aboutPaths.api(),
    tag: 'about',
    summary: both('API', 'API'),
    json: false,
    load: async (_tx, { lang }) => documentIn(lang).tags.map((tag) => groupOf(openapi, tag.name, lang)),
    scope: () => [],
    render: (groups, view) => <ApiPage view={view} groups={groups} />,
  })
  mountPage(site, {
    name: 'read-api-entry',
    path: aboutPaths.apiEntry(':name'),
    tag: 'about',
    summary: both('Satu bacaan atau operasi API', 'One read or operation of the API'),
    json: false,
    load: async (_tx, { params, lang }) => entryData(openapi, documentIn(lang), params.name!),
    scope: () => [],
    render: (data, view) => <ApiEntryPage view={view} data={data} />,
  })
}

function groupOf({ entries, tags }: OpenApi, tag: string, lang: Lang): ApiGroup {
  const own = entries.filter((entry) => entry.tag === tag)
  const inOrder = own.sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
  return { tag, name: tags[tag]?.name(lang) ?? tag, about: tags[tag]?.about(lang) ?? '', entries: inOrder }
}

type Told = { description: string; content?: Record<string, { schema: Schema }> }
type Described = {
  description?: string
  parameters: ApiEntryData['parameters']
  requestBody?: Pick<Told, 'content'>
  responses: Record<string, Told & { $ref?: string }>
}

function entryData({ entries }: OpenApi, document: Document, name: string): ApiEntryData | undefined {
  const entry = entries.find((one) => one.operationId === name)
  if (!entry) return undefined
  const described = document.paths[entry.path.replace(/:(\w+)/g, '{$1}')]![entry.method] as Described
  const { 200: done, ...others } = described.responses
  const [content] = Object.values(done!.content!)
  const { data } = (content!.schema.properties ?? { data: content!.schema }) as { data: Schema }
  // a form with a file is no JSON, and its fields are told the same
  const body = Object.values(described.requestBody?.content ?? {})[0]?.schema
  const told = ({ $ref }: { $ref?: string }) => document.components.responses[$ref!.split('/').at(-1)!] as Told
  return {
    entry,
    description: described.description,
    parameters: described.parameters,
    body,
    answer: data,
    named: namedIn(data, document.components.schemas),
    others: Object.entries(others).map(([status, one]) => ({ status, description: told(one).description })),
  }
}
