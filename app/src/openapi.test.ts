import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { answerChecks } from '#kernel/testing/answers.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { openApiDocument } from '#kernel/web/openapi/document.ts'
import { createApp } from './app.ts'
import { allModules } from './modules.ts'

const db = await testDatabase()
const deps = testDeps(db, () => new Date('2026-11-20T03:00:00Z'), false)
const { openapi } = createApp(deps, allModules({ demoSignIns: [] }))
const document = openApiDocument(openapi, 'en', 'https://example.org')
type Parameter = { name: string; in: string }
type Described = {
  operationId: string
  summary: string
  security?: object[]
  parameters: Parameter[]
  requestBody?: { content: { 'application/json': { schema: { properties: object; required?: string[] } } } }
  responses: Record<string, { $ref?: string; content?: object }>
}
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({ path, method, ...(one as Described) })),
)

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1 in both languages, and refers to nothing outside itself', async () => {
    for (const lang of ['id', 'en'] as const) {
      const one = openApiDocument(openapi, lang, 'https://example.org')
      const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(one)))
      assert.ok(valid, JSON.stringify(errors))
      for (const [, ref] of JSON.stringify(one).matchAll(/"\$ref":"([^"]+)"/g)) assert.ok(isThere(one, ref!), ref)
    }
  })

  test('describes what every read and operation answers, as their types say', () => {
    const silent = described.filter((one) => !one.responses[200]?.content).map((one) => one.operationId)
    assert.deepEqual(silent, [], 'no answer is described: run `npm run answers`')
    const root = join(import.meta.dirname, '../..')
    const args = ['--import', 'tsx', 'bin/answers.ts', '--verify']
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    assert.equal(status, 0, stdout + stderr)
  })

  test('names every read and operation once, in both languages, in a group that is described', () => {
    const names = described.map((one) => one.operationId)
    const twice = names.filter((name, index) => names.indexOf(name) !== index)
    assert.deepEqual(twice, [])
    for (const { operationId, summary } of openapi.entries)
      for (const lang of ['id', 'en'] as const) assert.ok(summary(lang).trim(), `${operationId}: no summary`)
    const groups = document.tags.filter((tag) => !tag.description).map((tag) => tag.name)
    assert.deepEqual(groups, [], 'say in app/src/api-words.ts what this group is about')
  })

  test('asks in the body for nothing that the address says', () => {
    for (const { operationId, path, parameters, requestBody } of described) {
      const inPath = parameters.filter((one) => one.in === 'path').map((one) => one.name)
      assert.deepEqual(
        inPath,
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
      )
      const asked = Object.values(requestBody?.content ?? {})[0]?.schema ?? { properties: {} }
      const given = openapi.entries.find((entry) => entry.operationId === operationId)!.fromPath ?? {}
      for (const name of [...inPath, ...Object.keys(given)])
        assert.ok(!(name in asked.properties) && !asked.required?.includes(name), `${operationId} ${name}`)
    }
  })

  test('says who may ask, which headers are read, and only statuses that can occur', () => {
    for (const { operationId, method, parameters, responses, security } of described) {
      const headers = parameters.filter((one) => one.in === 'header').map((one) => one.name)
      assert.equal(headers.includes('Idempotency-Key'), method === 'post', operationId)
      const acting = ['403', '409', '413', '422'].filter((status) => responses[status])
      assert.equal(acting.length, method === 'post' ? 4 : 0, operationId)
      for (const status of ['401', '429', '500', '503']) assert.ok(responses[status], `${operationId} ${status}`)
      if (method !== 'post') continue
      // Whoever asks a public body for information, or follows that by the secret link, needs no account.
      const anyone =
        /^(file|withdraw)-information-request$|^(reply-to-clarification|object-to-information-answer|note-information-dispute|ask-request-erasure)$/
      assert.deepEqual(security, anyone.test(operationId) ? [{}, { token: [] }] : undefined, operationId)
    }
    const one = (name: string) => described.find(({ operationId }) => operationId === name)!
    const reads = (name: string) => one(name).parameters.map((parameter) => parameter.name)
    assert.ok(reads('close-task').includes('If-Match'))
    assert.ok(!reads('create-programme').includes('If-Match'))
    assert.deepEqual(one('list-tasks').security, [{}, { token: [] }])
    assert.equal(one('read-work').security, undefined)
    assert.ok(!one('list-programmes').responses[404])
    assert.ok(one('read-person').responses[301])
  })
})

test('an answer that is not the one described fails the test that got it', () => {
  const { openapi: own } = createApp(deps, allModules({ demoSignIns: [] }))
  const answers = answerChecks(own)
  const holidays = { version: 2026, holidays: [] }
  own.witness!('read-calendar', holidays)
  answers.settle()
  own.witness!('read-calendar', { ...holidays, secret: 'x' })
  assert.throws(() => answers.settle(), /read-calendar 200: .*secret.*npm run answers/)
  own.witness!('read-calendar', { version: '2026', holidays: [] })
  assert.throws(() => answers.settle(), /must be number/)
})

function isThere(document: object, ref: string): boolean {
  let at: unknown = document
  for (const part of ref.replace(/^#\//, '').split('/')) at = (at as Record<string, unknown> | undefined)?.[part]
  return ref.startsWith('#/') && at !== undefined
}
