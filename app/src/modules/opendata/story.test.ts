import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Ajv, type AnySchema } from 'ajv'
import { allModules } from '#app/modules.ts'
import { openDatasets } from '#app/open-data.ts'
import { testSite } from '#kernel/testing/site.ts'
import { exampleDatabase, exampleNow as now } from '#world/testing/example.ts'
import { dataPaths } from './paths.ts'
import { reference } from './testing/reference.ts'
import { type CheckedRow, checkTable, type DataPackage } from './testing/table-check.ts'

const db = await exampleDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const profiles = reference('datapackage')
const popolo = reference('popolo')
const tables = new Map<string, { rows: CheckedRow[]; schema: DataPackage['resources'][number]['schema'] }>()
const json = async (path: string) => (await site.get(path)).json() as Promise<never>

describe('a year of a programme, as a stranger downloads it', () => {
  for (const { key } of openDatasets)
    test(`${key}: each row is what its schema says, and no key comes twice`, async () => {
      const described: DataPackage = await json(dataPaths.datapackage(key))
      const [resource] = described.resources
      const csv = await (await site.get(new URL(resource!.path).pathname)).text()
      const { rows, faults } = checkTable(csv, resource!.schema)
      assert.deepEqual(faults.slice(0, 5), [])
      assert.ok(rows.length > 0, 'no rows')
      tables.set(key, { rows, schema: resource!.schema })
    })

  test('whatever a row names by its key is in the file of what it names', () => {
    for (const [key, { rows, schema }] of tables)
      for (const { name, refersTo } of schema.fields) {
        if (!refersTo) continue
        const other = tables.get(new URL(refersTo).pathname.split('/')[2]!)!
        const known = new Set(other.rows.map((row) => row[other.schema.fields[0]!.name]))
        const lost = rows.filter((row) => row[name] !== null && !known.has(row[name]!))
        assert.deepEqual(lost.slice(0, 3), [], `${key}.${name}`)
      }
  })

  test('the descriptions are valid Data Packages', { skip: profiles.skip }, async () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const valid = ajv.compile(JSON.parse(profiles.read('datapackage.json')))
    const validTable = ajv.compile(JSON.parse(profiles.read('tableschema.json')))
    for (const { key } of openDatasets)
      for (const lang of ['id', 'en']) {
        const described: DataPackage = await json(`${dataPaths.datapackage(key)}?lang=${lang}`)
        assert.ok(valid(described), `${key} ${ajv.errorsText(valid.errors)}`)
        assert.ok(validTable(described.resources[0]!.schema), `${key} ${ajv.errorsText(validTable.errors)}`)
      }
    assert.ok(!valid({ resources: [{ path: 'a.csv' }] }))
  })

  test('the metadata for the web name the columns of the file, in order', async () => {
    for (const { key } of openDatasets) {
      const csvw: { tableSchema: { columns: { titles: string }[] } } = await json(dataPaths.csvw(key))
      assert.deepEqual(
        csvw.tableSchema.columns.map((column) => column.titles),
        tables.get(key)!.schema.fields.map((field) => field.name),
      )
    }
  })
})

type Popolo = Record<'organizations' | 'persons' | 'memberships' | 'motions', { id: string }[]> & {
  vote_events: { id: string; motion_id: string; votes: { voter_id: string }[]; classification: string }[]
}

describe('Popolo', () => {
  const kinds = {
    organizations: 'organization',
    persons: 'person',
    memberships: 'membership',
    motions: 'motion',
    vote_events: 'vote_event',
  }

  test('is valid by the schemas of Popolo', { skip: popolo.skip }, async () => {
    const all: Record<string, { id: string }[]> = await json(dataPaths.popolo())
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const name of [
      'area',
      'contact_detail',
      'count',
      'event',
      'group_result',
      'identifier',
      'link',
      'membership',
      'motion',
      'organization',
      'other_name',
      'person',
      'post',
      'speech',
      'vote',
      'vote_event',
    ])
      ajv.addSchema(presentDay(JSON.parse(popolo.read(`schemas/${name}.json`))), addressOf(name))
    for (const [section, name] of Object.entries(kinds))
      for (const one of all[section]!) assert.ok(ajv.validate(addressOf(name), one), `${section} ${ajv.errorsText()}`)
    assert.ok(!ajv.validate(addressOf('membership'), { start_date: 'kemarin' }))
  })

  test('holds each organisation, post and vote of the datasets once, and knows whom it names', async () => {
    const all: Popolo = await json(dataPaths.popolo())
    const count = (key: string) => tables.get(key)!.rows.length
    assert.equal(all.organizations.length, count('organisations'))
    assert.equal(all.memberships.length, count('posts'))
    assert.equal(all.motions.length, count('decisions'))
    assert.equal(all.vote_events.length, count('decision-rounds'))
    assert.equal(all.vote_events.flatMap((one) => one.votes).length, count('votes'))
    assert.equal(new Set(all.persons.map(({ id }) => id)).size, all.persons.length)
    const organisations = new Set(all.organizations.map(({ id }) => id))
    assert.ok(all.vote_events.every(({ votes }) => votes.every(({ voter_id }) => organisations.has(voter_id))))
    assert.ok(all.vote_events.filter((one) => one.classification === 'secret').every(({ votes }) => votes.length === 0))
  })

  test('can hold one programme alone', async () => {
    const all: Popolo = await json(`${dataPaths.popolo()}?programme=stunting`)
    assert.ok(all.organizations.length > 0)
    assert.equal((await site.get(`${dataPaths.popolo()}?programme=tiada`)).status, 404)
  })
})

const addressOf = (name: string) => `http://www.popoloproject.com/schemas/${name}.json#`

/** The schemas are of draft 3: what a present-day validator does not know is taken away. */
function presentDay(schema: object): AnySchema {
  const cleaned = JSON.stringify(schema, (key, value) => {
    const old = key === '$schema' || (key === 'required' && typeof value === 'boolean')
    return old || (key === 'id' && typeof value === 'string') ? undefined : value
  })
  return JSON.parse(cleaned)
}
