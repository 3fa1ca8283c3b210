import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Replay, Standing, ToldEvent } from '#kernel/replay.ts'
import { agendaReplay } from '#modules/meetings/replay.ts'
import { taskReplay } from '#modules/tasks/replay.ts'
import { Comparison, nothingCompared } from './compare.ts'
import { Story } from './story.ts'

const id = '01900000-0000-7000-8000-000000000001'
const owner = '01900000-0000-7000-8000-000000000002'
let number = 0
const event = (name: string, payload: ToldEvent['payload'] = {}, day = '2026-11-02'): ToldEvent => {
  number += 1
  return { number, name, programme: owner, owner, subject: { kind: 'task', id, version: 1 }, day, payload }
}
const standing: Standing = {
  id,
  programme: owner,
  values: {
    kind: 'milestone',
    firstDue: '2026-12-01',
    due: '2026-12-01',
    state: 'done',
    doneOn: '2026-11-20',
    owner,
    weight: 3,
  },
  lines: {
    states: ['2026-11-02 open - -', '2026-11-20 done - -'],
    roles: [`${owner} accountable from 2026-11-02`],
  },
}
function compared(events: ToldEvent[], table: Standing, closed: number[] = [], replay: Replay = taskReplay) {
  const story = new Story([replay], () => true)
  for (const one of events) story.hear(one)
  const result = nothingCompared()
  new Comparison(replay, story, result).record(table, story.records.get(replay.kind)!.get(id), closed)
  return result
}

const old = [
  event('task.planned', { kind: 'milestone', due: '2026-12-01' }),
  event('task.closed', { on: '2026-11-20' }, '2026-11-20'),
]

test('what events from before did not tell is counted as not told, and is not wrong', () => {
  const { differences, untold } = compared(old, standing)
  assert.deepEqual(differences, [])
  assert.deepEqual(untold, { 'task: weight': 1, 'task: roles': 1 })
})

test('a matter that an older event placed on an agenda is there, and one that no event names is not', () => {
  const item = { id, programme: owner, values: { kind: 'decision', owner }, lines: {} }
  const placed = event('agenda.item-placed', { item: id })
  const { differences, untold } = compared([placed], item, [], agendaReplay)
  assert.deepEqual(differences, [])
  assert.deepEqual(untold, { 'agenda item: kind': 1, 'agenda item: owner': 1 })
  const carried = [event('agenda.item-brought', { item: id, kind: 'information', party: owner }), placed]
  assert.deepEqual(
    compared(carried, item, [], agendaReplay).differences.map(({ field, log }) => [field, log]),
    [['kind', 'information']],
  )
  assert.equal(compared([], item, [], agendaReplay).differences[0]?.log, 'nothing of it')
})

test('what they did tell is compared all the same', () => {
  const later = { ...standing, values: { ...standing.values, firstDue: '2027-01-31' } }
  const undone = { ...standing, lines: { ...standing.lines, states: ['2026-11-02 open - -'] } }
  assert.deepEqual(
    [later, undone].map((table) =>
      compared(old, table).differences.map(({ field, log, table: says }) => [field, log, says]),
    ),
    [[['firstDue', '2026-12-01', '2027-01-31']], [['states', '2026-11-20 done - -', 'nothing more']]],
  )
})

test('what a table tells anew of a task is not told, and not wrong', () => {
  const here = [event('task.imported', { kind: 'milestone', due: '2026-12-01', state: null }), event('task.started')]
  const begun = { ...standing, lines: { states: ['2026-11-02 in-progress - -', '2026-11-20 done - -'] } }
  for (const again of [
    event('task.edited', { state: 'done' }),
    event('task.moved', { from: null, to: '2027-01-01', requestedBy: null }),
  ])
    assert.deepEqual(compared([...here, again], begun).differences, [])
  assert.deepEqual(
    compared(here, standing).differences.map(({ field, log }) => [field, log]),
    [
      ['state', 'in-progress'],
      ['doneOn', 'null'],
      ['states', '2026-11-02 in-progress - -'],
    ],
  )
})

test('while an event is closed its record may say more than the log, and not less', () => {
  const more = {
    ...standing,
    lines: { ...standing.lines, states: [...standing.lines.states!, '2026-11-21 in-progress - -'] },
  }
  const gap = [number + 1]
  assert.deepEqual(compared(old, more, gap).differences, [])
  assert.equal(compared(old, more, gap).untold['task: states'], 1)
  assert.equal(compared(old, more).differences.length, 1)
  const less = { ...standing, lines: { ...standing.lines, states: [] } }
  assert.equal(compared(old, less, gap).differences.length, 1)
})

test('a row that no event made is a difference, unless its programme was read from a file or its event is closed', () => {
  assert.equal(compared([], standing).differences[0]?.log, 'nothing of it')
  assert.deepEqual(compared([event('programme.imported')], standing).untold, { 'task: read from a file': 1 })
  assert.deepEqual(compared([], standing, [4]).untold, { 'task: closed': 1 })
})

test('the same line twice is not the same as once', () => {
  const twice = [...old, event('task.evidenced', { evidence: owner }), event('task.evidenced', { evidence: owner })]
  const once = { ...standing, lines: { ...standing.lines, evidence: [`2026-11-02 ${owner}`] } }
  assert.deepEqual(
    compared(twice, once).differences.map(({ field, log, table }) => [field, log, table]),
    [['evidence', `2026-11-02 ${owner}`, 'nothing more']],
  )
})
