import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { exchangeProblems } from '#modules/programmes/exchange-check.ts'
import { type ExchangeTask, type ExchangeWords, programmeExchange } from '#modules/programmes/exchange-format.ts'
import {
  readSource,
  runsOfWords,
  saysTheSame,
  sourceIsHere,
  sourceRows,
  sourceSections,
  sourceTable,
  statedBodies,
  statedMeasures,
  statedObligations,
  statedReporting,
  statedTargets,
} from './source-tables.ts'

const path = new URL('programme.json', import.meta.url)
const file = programmeExchange.parse(JSON.parse(readFileSync(path, 'utf8')))
const tasks = file.tasks ?? []
const objectives = file.objectives ?? []
const cells = file.cells ?? []

describe('the plan as a programme file', () => {
  test('every key names a row, and every move leads from the first date to the current one', () => {
    assert.deepEqual(exchangeProblems(file), [])
  })

  test('every word shown to people is there in Indonesian and in English, and the two differ', () => {
    const all = wordsIn(file).filter((words) => words.en !== undefined)
    assert.ok(all.length > 200)
    const unlike = (words: ExchangeWords) => words.id !== undefined && words.id !== words.en
    assert.deepEqual(
      all.filter((words) => !unlike(words)),
      [],
    )
  })

  test('titles are short and no two milestones share one', () => {
    const titles = tasks.map((task) => task.names.en ?? '')
    assert.equal(new Set(titles).size, 66)
    assert.deepEqual(
      [...titles, ...tasks.map((task) => task.names.id ?? '')].filter((title) => title.length > 90),
      [],
    )
  })

  test('what the source does not hold is absent: states, effort, budget, who asked for a move and when', () => {
    for (const task of tasks) {
      assert.deepEqual([task.states, task.effort, task.budget], [undefined, undefined, undefined])
      for (const move of task.moves ?? []) assert.deepEqual([move.requestedBy, move.date], [undefined, undefined])
    }
    const measures = objectives.flatMap((objective) => objective.measures ?? [])
    assert.equal(measures.length, 22)
    assert.ok(measures.every((measure) => measure.baseline === undefined && measure.target === undefined))
  })

  test('coverage: 12 milestones bind 24 agencies each, 47 bind the government once; 8 have more than one body', () => {
    const within = cells.filter((cell) => cell.territory !== 'us-federal')
    const whole = cells.filter((cell) => cell.territory === 'us-federal')
    assert.deepEqual([within.length, whole.length], [12 * 24, 47])
    for (const cell of within) assert.deepEqual(cell.accountable, [cell.territory.replace(/^in-/, '')])
    const doubles = whole.filter((cell) => (taskOf(cell.task)?.accountable ?? []).length > 1)
    const codes = doubles.map((cell) => taskOf(cell.task)?.code)
    assert.deepEqual(codes, ['10.1', '10.2', '10.3', '10.4', '10.5', '11.3', '14.3', '20.1'])
    assert.ok(whole.every((cell) => (taskOf(cell.task)?.accountable ?? []).length > 0))
  })
})

const here = sourceIsHere ? {} : { skip: 'the source of the plan is not here; MUFAKAT_REFERENCE_DATA names its folder' }

const rows = sourceIsHere ? sourceRows() : []
const expected = sourceIsHere ? JSON.parse(readSource('expected.json'))['2020/action-plan.md'] : {}

test('20 actions and 66 milestones, as many below each action', here, () => {
  assert.equal(objectives.length, expected.actions)
  assert.deepEqual(
    tasks.map((task) => task.code),
    rows.map((row) => row.code),
  )
  for (const [action, count] of Object.entries(expected.rows_per_action))
    assert.equal(tasks.filter((task) => task.objectives?.[0] === `action-${action}`).length, count)
})

test('every first and current target', here, () => {
  for (const [task, row] of pairs()) {
    const from = taskOf(inheritedFrom(task, 'target'))
    const stated = statedTargets((from ? rowOf(from) : row).cells['Target Date'] ?? '')
    const current = task.currentTarget ?? task.baselineTarget
    assert.ok(saysTheSame(task.baselineTarget, stated.first), `${task.code}: first target is ${stated.first}`)
    assert.ok(saysTheSame(current, stated.current), `${task.code}: current target is ${stated.current}`)
    assert.equal((task.moves ?? []).length, stated.first === stated.current ? 0 : 1)
  }
})

test('the five slips, with their old and new dates', here, () => {
  const moved = tasks.filter((task) => task.moves)
  assert.equal(moved.length, expected.struck_through_dates.length)
  for (const [i, slip] of expected.struck_through_dates.entries()) {
    const move = moved[i]?.moves?.[0]
    assert.equal(moved[i]?.objectives?.[0], `action-${slip.action}`)
    assert.ok(saysTheSame(move?.from, slip.old) && saysTheSame(move?.to, slip.new), slip.milestone)
  }
})

test('"see above" cells are resolved to the row above and marked', here, () => {
  const above = rows.filter((row) => Object.values(row.cells).includes('(See Above)'))
  assert.equal(above.length, expected.rows_with_see_above)
  const marked = tasks.filter((task) => task.inherited)
  assert.deepEqual(
    marked.map((task) => task.code),
    above.map((row) => row.code),
  )
  for (const task of marked)
    assert.deepEqual(
      task.inherited?.map((one) => one.field),
      ['target', 'reporting'],
    )
})

test('who is responsible for each milestone, and who must be consulted', here, () => {
  for (const [task, row] of pairs().filter(([, row]) => row.action > 6)) {
    const cell = row.cells['Responsible Party'] ?? ''
    const stated = statedBodies(cell, file)
    const named = new Set([...(task.responsible ?? []), ...(task.accountable ?? [])])
    assert.deepEqual([...named].sort(), stated.sort(), task.code)
    const consulted = cell.endsWith('*') ? ['nstc-ai', 'cdo-council'] : cell.endsWith('[^15]') ? ['omb'] : undefined
    assert.deepEqual(task.consulted, consulted, task.code)
  }
})

test('whom each agency milestone binds or only encourages', here, () => {
  for (const [task, row] of pairs().filter(([, row]) => row.action <= 6)) {
    const stated = statedObligations(row.cells['Required or Encouraged'] ?? '')
    const bound = task.appliesTo?.map((one) => `${one.obligation} ${one.organisation}`)
    assert.deepEqual(bound, stated, task.code)
    const required = task.appliesTo?.filter((one) => one.obligation === 'required').map((one) => one.organisation)
    assert.deepEqual(task.accountable ?? [], required, task.code)
  }
})

test('how each milestone is measured and where it is reported', here, () => {
  for (const [task, row] of pairs()) {
    const kinds = (task.measures ?? []).map((measure) => measure.kind)
    assert.deepEqual(kinds, statedMeasures(row.cells.Measurement ?? ''), task.code)
    const from = taskOf(inheritedFrom(task, 'reporting'))
    const cell = (from ? rowOf(from) : row).cells['Reporting Mechanism'] ?? ''
    assert.deepEqual(task.reporting ?? [], statedReporting(cell), task.code)
  }
})

test('each agency’s yes or no, cell by cell, and the totals printed below', here, () => {
  const positive = ['Y', 'Selected', 'Complete']
  const seen = ['2.1', '3.1', '4.1'].map((code) => {
    const table = sourceTable(`FDS-2020-Milestone-${code.replace('.', '-')}.csv`)
    const questions = (file.questions ?? []).filter((question) => question.task === `milestone-${code}`)
    assert.equal(questions.length, table.header.length - 1)
    for (const [i, question] of questions.entries()) {
      assert.equal(question.reportedTotal, Number(table.summary[i + 1]))
      for (const line of table.lines) {
        const raw = line[i + 1] ?? ''
        const answer = answerOf(question.key, line[0] ?? '')
        assert.deepEqual([answer?.raw, answer?.value], [raw, positive.includes(raw) ? 'yes' : 'no'], line[0])
      }
    }
    return questions.length * table.lines.length
  })
  assert.equal(
    file.answers?.length,
    seen.reduce((sum, n) => sum + n),
  )
})

test('an action supports another only where the source says so by number', here, () => {
  const sections = sourceSections()
  for (const objective of objectives)
    for (const link of objective.links ?? []) {
      const [a, b] = [Number(objective.code), Number(link.to.replace('action-', ''))]
      const says = (one: number, other: number) => mentionsAction(sections.get(one) ?? '', other)
      assert.ok(says(a, b) || says(b, a), `action ${a} supports ${b}`)
    }
})

test('each piece of evidence is told in the review of 2020', here, () => {
  const review = readSource('2021/2020-successes-and-lessons.md')
  const told: Record<string, RegExp> = {
    '7.1': /formed the first-ever Federal Chief Data Officer \(CDO\) Council/,
    '8.1': /investigated access and quality topics associated with artificial intelligence/,
    '10.1': /established a geospatial data infrastructure strategic plan/,
    '13.3': /issued a Staff Data Skills Catalog/,
    '14.2': /Data Ethics Framework/,
    '15.1': /Data Protection Toolkit/,
    '16.1': /One-Stop Researcher Application/,
    '17.1': /Information Collection Review Tool/,
    '18.1': /Enhanced Data Management Tool/,
  }
  const codes = tasks.filter((task) => task.evidence).map((task) => task.code ?? '')
  assert.deepEqual(
    codes,
    Object.keys(told).sort((a, b) => Number(a) - Number(b)),
  )
  for (const code of codes) assert.match(review, told[code]!)
})

test('no sentence of the source is copied: no five words in a row are the same', here, () => {
  const source = ['2020/action-plan.md', '2021/2020-successes-and-lessons.md'].map(readSource).join('\n')
  const theirs = new Set(runsOfWords(source, 5))
  const ours = wordsIn({ ...file, organisations: [], programme: file.programme.summary }).flatMap((words) =>
    runsOfWords(words.en ?? '', 5),
  )
  assert.deepEqual(
    ours.filter((run) => theirs.has(run)),
    [],
  )
})

function pairs() {
  return tasks.map((task) => [task, rowOf(task)] as const)
}
function rowOf(task: ExchangeTask) {
  return rows.find((row) => row.code === task.code)!
}

function taskOf(key: string | undefined) {
  return tasks.find((task) => task.key === key)
}

function inheritedFrom(task: ExchangeTask, field: 'target' | 'reporting') {
  return task.inherited?.find((one) => one.field === field)?.from
}

function answerOf(question: string, agency: string) {
  const key = file.organisations.find((one) => one.name === agency)?.key
  return file.answers?.find((answer) => answer.question === question && answer.organisation === key)
}

function mentionsAction(section: string, action: number): boolean {
  const lists = [...section.matchAll(/Actions? (\d+(?:, (?:and )?\d+| and \d+)*)/g)].map((match) => match[1] ?? '')
  return lists.some((list) => (list.match(/\d+/g) ?? []).map(Number).includes(action))
}

/** Every pair of words in the file, wherever it stands. */
function wordsIn(value: unknown): ExchangeWords[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') return [value as ExchangeWords]
  return Object.values(value).flatMap(wordsIn)
}
