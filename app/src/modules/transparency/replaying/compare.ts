import type { Replay, Standing } from '#kernel/replay.ts'
import type { Retold, Story } from './story.ts'

/** A record whose table says something else than the log; `field` is left out where the whole row is there or not. */
export type Difference = { kind: string; id: string; field?: string; log: string; table: string }

/** What was compared, and what the log does not tell: by kind and field, in records. */
export type Compared = {
  records: number
  facts: number
  untold: Record<string, number>
  /** Tables that indicators read and that no entry tells of. */
  noEntry: { table: string; rows: number; because: string }[]
  differences: Difference[]
  differing: number
}

export const nothingCompared = (): Compared => ({
  records: 0,
  facts: 0,
  untold: {},
  noEntry: [],
  differences: [],
  differing: 0,
})

const nothing = 'nothing more'
/** More are counted, not listed. */
const mostListed = 1_000

/** Numbers of events about it that no entry tells, because they were closed. */
type Closed = readonly number[]

export class Comparison {
  readonly result: Compared
  private readonly replay: Replay
  private readonly story: Story

  constructor(replay: Replay, story: Story, result: Compared) {
    this.replay = replay
    this.story = story
    this.result = result
  }

  /** A record as a table has it, against what the log tells of it. */
  record(standing: Standing, told: Retold | undefined, closed: Closed): void {
    if (!told?.begun) this.unknown(standing, closed)
    else this.known(standing, told, closed)
  }

  /** Nothing of how it began is told in words: closed then, or read from a file, or nobody ever made it. */
  private unknown({ id, programme }: Standing, closed: Closed): void {
    if (closed.length > 0) this.untell('closed')
    else if (programme && this.story.imported.has(programme)) this.untell('read from a file')
    else this.differ({ kind: this.replay.kind, id, log: 'nothing of it', table: 'a record' })
  }

  private known(standing: Standing, told: Retold, closed: Closed): void {
    this.result.records += 1
    for (const [field, value] of Object.entries(standing.values)) {
      const one = told.values.get(field)
      if (one?.value === undefined || one.number < (closed.at(-1) ?? 0)) this.untell(field)
      else this.same(standing.id, field, String(one.value), String(value))
    }
    for (const [field, lines] of Object.entries(standing.lines))
      this.lines(standing.id, field, told, lines, closed.length > 0)
  }

  private lines(id: string, field: string, told: Retold, standing: string[], gaps: boolean): void {
    const [log, table] = apart(told.lines.get(field) ?? [], standing)
    const partly = gaps || told.open.has(field)
    if (partly) this.untell(field)
    this.same(id, field, log.join(', ') || nothing, (!partly && table.join(', ')) || nothing)
  }

  /** The log tells of it, and it is in no table. */
  gone(id: string): void {
    this.differ({ kind: this.replay.kind, id, log: 'a record', table: 'none' })
  }

  /** Closed by now, or not in the log yet: its table is not compared. */
  untell(what: string): void {
    const name = `${this.replay.kind}: ${what}`
    this.result.untold[name] = (this.result.untold[name] ?? 0) + 1
  }

  private same(id: string, field: string, log: string, table: string): void {
    this.result.facts += 1
    if (log !== table) this.differ({ kind: this.replay.kind, id, field, log, table })
  }

  private differ(difference: Difference): void {
    this.result.differing += 1
    if (this.result.differences.length < mostListed) this.result.differences.push(difference)
  }
}

/** What only one of the two has, each line as often as it is there. */
function apart(one: readonly string[], other: readonly string[]): [string[], string[]] {
  const left = new Map<string, number>()
  for (const line of one) left.set(line, (left.get(line) ?? 0) + 1)
  const only = other.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
  const gone = [...left].flatMap(([line, count]) => Array<string>(Math.max(0, count)).fill(line))
  return [gone.sort(), only.sort()]
}
