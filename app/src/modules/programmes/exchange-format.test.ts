import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { exchangeProblems } from './exchange-check.ts'
import { type ProgrammeExchange, programmeExchange, programmeExchangeJsonSchema } from './exchange-format.ts'

const printed = new URL('../../../../docs/programme-exchange.schema.json', import.meta.url)
const due = (date: string) => ({ kind: 'date' as const, date })

describe('programme exchange format', () => {
  test('the JSON Schema in docs/ is the one of the code (MUFAKAT_WRITE_DOCS=1 prints it again)', () => {
    const now = `${JSON.stringify(programmeExchangeJsonSchema(), null, 2)}\n`
    if (process.env.MUFAKAT_WRITE_DOCS === '1') writeFileSync(printed, now)
    assert.equal(readFileSync(printed, 'utf8'), now)
  })

  test('a validator of another project can read the JSON Schema and agrees with ours', () => {
    const valid = new Ajv2020({ validateFormats: false }).compile(programmeExchangeJsonSchema())
    assert.equal(valid(smallest()), true)
    assert.equal(valid({ ...smallest(), colour: 'red' }), false)
    assert.equal(programmeExchange.safeParse({ ...smallest(), colour: 'red' }).success, false)
  })

  test('the smallest programme is a slug, a name in one language and no organisation', () => {
    assert.deepEqual(programmeExchange.parse(smallest()), smallest())
  })

  test('a name in no language, a wrong day and an unknown kind of target are refused', () => {
    const refused = (task: object) => !programmeExchange.safeParse({ ...smallest(), tasks: [task] }).success
    const task = { key: 't', kind: 'milestone', names: { id: 'Uji' } }
    assert.equal(refused(task), false)
    assert.equal(refused({ ...task, names: {} }), true)
    assert.equal(refused({ ...task, baselineTarget: due('2020-02-30') }), true)
    assert.equal(refused({ ...task, baselineTarget: { kind: 'someday' } }), true)
  })

  test('a key that names no row is reported with its place', () => {
    const file: ProgrammeExchange = {
      ...smallest(),
      organisations: [{ key: 'dinkes', name: 'Dinas Kesehatan', lang: 'id', kind: 'agency', parent: 'pemda' }],
      objectives: [{ key: 'gizi', names: { id: 'Gizi' }, links: [{ kind: 'supports', to: 'air' }] }],
      tasks: [
        {
          key: 'timbang',
          kind: 'activity',
          names: { id: 'Timbang' },
          objectives: ['gizi', 'sehat'],
          responsible: ['dinkes', 'bkkbn'],
          handovers: [{ from: 'dinkes', to: 'desa', date: '2026-01-05' }],
        },
      ],
    }
    assert.deepEqual(
      exchangeProblems(file).map((problem) => `${problem.at}: ${problem.says}`),
      [
        'organisations.0.parent: no organisations row "pemda"',
        'objectives.0.links.0.to: no objectives row "air"',
        'tasks.0.objectives: no objectives row "sehat"',
        'tasks.0.responsible: no organisations row "bkkbn"',
        'tasks.0.handovers.0.to: no organisations row "desa"',
      ],
    )
  })

  test('a key used twice and moves that lose the first date are reported', () => {
    const task = { key: 't', kind: 'milestone' as const, names: { id: 'Uji' } }
    const moves = [{ from: due('2020-06-30'), to: due('2020-07-31') }]
    const kept = { ...task, baselineTarget: due('2020-06-30'), currentTarget: due('2020-07-31'), moves }
    const lost = { ...kept, key: 'u', baselineTarget: due('2020-07-31') }
    const problems = exchangeProblems({ ...smallest(), tasks: [kept, kept, lost] })
    assert.deepEqual(
      problems.map((problem) => problem.at),
      ['tasks.t', 'tasks.u.moves'],
    )
  })
})

function smallest(): ProgrammeExchange {
  return {
    format: 'mufakat-programme/1',
    programme: { slug: 'uji', names: { id: 'Uji' }, lang: 'id', status: 'preparing' },
    organisations: [],
  }
}
