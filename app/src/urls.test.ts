import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { openApiDocument } from '#kernel/web/openapi/document.ts'
import { createApp } from './app.ts'
import { allModules } from './modules.ts'

const db = await testDatabase()
const deps = testDeps(db, () => new Date('2026-11-20T03:00:00Z'), false)
const { app, openapi } = createApp(deps, allModules({ demoSignIns: [] }))
const kept = (name: string) => join(import.meta.dirname, '../../docs', name)

/** The file in docs/ is the contract; MUFAKAT_WRITE_DOCS=1 rewrites it after a change that was meant. */
function compare(name: string, text: string) {
  if (process.env.MUFAKAT_WRITE_DOCS) writeFileSync(kept(name), text)
  assert.equal(text, readFileSync(kept(name), 'utf8'))
}

describe('what others link to and program against', () => {
  test('every URL is the one in docs/urls.txt', () => {
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
    const lines = new Set(routes.map(({ method, path }) => `${method} ${path}`))
    compare('urls.txt', `${[...lines].sort().join('\n')}\n`)
  })

  test('the API is the one in docs/openapi.json', () => {
    compare('openapi.json', `${JSON.stringify(openApiDocument(openapi, 'en', 'https://example.org'), null, 1)}\n`)
  })
})
