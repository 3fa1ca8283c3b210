import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import SHACLValidator from 'rdf-validate-shacl'
import { allModules } from '#app/modules.ts'
import { openDatasets } from '#app/open-data.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { happen } from '#kernel/testing/happenings.ts'
import { testSite } from '#kernel/testing/site.ts'
import { dataPaths } from '../paths.ts'
import { lines, type Quad, quadsOfJsonLd, quadsOfTurtle, store } from '../testing/rdf.ts'
import { reference } from '../testing/reference.ts'
import { jsonLd } from './json-ld.ts'
import { full } from './triple.ts'
import { turtle } from './turtle.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const shapes = reference('dcat')
await happen(db.app, world)
const written = await (await site.get(dataPaths.catalogTurtle())).text()
const quads = quadsOfTurtle(written)

const of = (subject: string, predicate: Parameters<typeof full>[0]) =>
  quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === full(predicate))
    .map(({ object }) => object)
const subjects = (type: Parameters<typeof full>[0]) =>
  quads
    .filter((quad) => quad.predicate.value.endsWith('#type') && quad.object.value === full(type))
    .map(({ subject }) => subject.value)

async function conforms(data: Quad[]): Promise<string[]> {
  const validator = new SHACLValidator(store(quadsOfTurtle(shapes.read('shapes.ttl'))) as never)
  const report = await validator.validate(store(data) as never)
  return report.results.map((result) => `${result.focusNode?.value} ${result.message.map((one) => one.value)}`)
}

describe('the catalogue', () => {
  test('says the same in Turtle and in JSON-LD, as parsers of others read them', async () => {
    const response = await site.get(dataPaths.catalogJson())
    assert.equal(response.headers.get('content-type'), 'application/ld+json')
    assert.deepEqual(lines(await quadsOfJsonLd((await response.json()) as object)), lines(quads))
    assert.ok(quads.length > 300, String(quads.length))
  })

  test('conforms to the official shapes of DCAT-AP 3.0.1, which find what is missing', {
    skip: shapes.skip,
  }, async () => {
    assert.deepEqual(await conforms(quads), [])
    const found = await conforms(quads.filter((quad) => quad.predicate.value !== full('dct:description')))
    assert.ok(found.length >= openDatasets.length, String(found.length))
  })

  test('says of each dataset and file what DCAT-AP asks for, in both languages', () => {
    const [catalogue] = subjects('dcat:Catalog')
    const datasets = subjects('dcat:Dataset')
    assert.deepEqual(
      of(catalogue!, 'dcat:dataset').map((one) => one.value),
      datasets,
    )
    assert.equal(datasets.length, openDatasets.length)
    for (const one of [catalogue!, ...datasets, ...subjects('dcat:Distribution')])
      assert.deepEqual(
        of(one, 'dct:title')
          .map((title) => title.language)
          .sort(),
        ['en', 'id'],
        one,
      )
    for (const one of [catalogue!, ...datasets]) assert.equal(of(one, 'dct:description').length, 2, one)
    for (const dataset of datasets) {
      for (const name of ['dct:publisher', 'dct:accessRights', 'dct:accrualPeriodicity', 'dct:identifier'] as const)
        assert.equal(of(dataset, name).length, 1, `${dataset} ${name}`)
      const [file] = of(dataset, 'dcat:distribution')
      for (const name of ['dcat:accessURL', 'dcat:downloadURL', 'dct:license', 'dct:format'] as const)
        assert.equal(of(file!.value, name).length, 1, `${file!.value} ${name}`)
    }
    assert.equal(of(of(catalogue!, 'dct:publisher')[0]!.value, 'foaf:name').length, 1)
  })

  test('names only files that are there', async () => {
    for (const file of subjects('dcat:Distribution'))
      for (const name of ['dcat:accessURL', 'dcat:downloadURL', 'dct:conformsTo'] as const) {
        const { pathname } = new URL(of(file, name)[0]!.value)
        const response = await site.get(pathname)
        assert.equal(response.status, 200, pathname)
        await response.text()
      }
  })

  test('tells the day of a dataset’s last change, and a reader who has it already is not sent it again', async () => {
    const tasks = subjects('dcat:Dataset').find((one) => one.includes('/data/tasks#'))!
    assert.equal(of(tasks, 'dct:modified')[0]?.value, world.today)
    const tag = (await site.get(dataPaths.catalogTurtle())).headers.get('etag')!
    const again = await site.get(dataPaths.catalogTurtle(), { headers: { 'if-none-match': tag } })
    assert.equal(again.status, 304)
  })
})

test('whatever a text or address holds, both forms say the same', async () => {
  const texts = ['"', '\\', 'a\nb\r\t', '\u0000\u0001\u007f', '😀 ’', '@prefix', '"""', '<>', ' ']
  const triples = texts.flatMap((text, index) => [
    { subject: `https://a.example/${index}`, predicate: full('dct:title'), object: { text, lang: 'id' } },
    { subject: `https://a.example/${index}`, predicate: full('dct:description'), object: { text } },
    {
      subject: `https://a.example/${index}`,
      predicate: full('dct:relation'),
      object: { iri: `${full('dct:title')}.x-${index}/` },
    },
  ])
  assert.deepEqual(lines(await quadsOfJsonLd(jsonLd(triples))), lines(quadsOfTurtle(turtle(triples))))
})
