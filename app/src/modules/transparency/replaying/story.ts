import type { Fact, Replay, Said, ToldEvent } from '#kernel/replay.ts'

/** A value and the number of the event that told it last; undefined: that event was from before it was told. */
type Told = { value: Fact | undefined; number: number }

/** What the log tells of one record. */
export type Retold = {
  begun: boolean
  programme: string | null
  values: Map<string, Told>
  /** Undefined: some event was from before its lines were told, so there may be more. */
  lines: Map<string, string[]>
  open: Set<string>
}

/** Read from a file: what is in it no event tells. */
const fromFile = 'programme.imported'

/** The records of one share of the log as its events tell them, in order of their numbers. */
export class Story {
  readonly records: Map<string, Map<string, Retold>>
  /** Programmes that were read from a file. */
  readonly imported = new Set<string>()
  /** Numbers of closed entries that were opened since, so that they are told. */
  readonly disclosed = new Set<number>()
  private readonly tells = new Map<string, { kind: string; tell: (event: ToldEvent) => Said | Said[] }[]>()
  private readonly holds: (id: string) => boolean

  constructor(replays: readonly Replay[], holds: (id: string) => boolean) {
    this.holds = holds
    this.records = new Map(replays.map(({ kind }) => [kind, new Map()]))
    for (const { kind, tells } of replays)
      for (const [name, tell] of Object.entries(tells))
        this.tells.set(name, [...(this.tells.get(name) ?? []), { kind, tell }])
  }

  hear(event: ToldEvent): void {
    if (event.name === fromFile && event.programme) this.imported.add(event.programme)
    for (const { kind, tell } of this.tells.get(event.name) ?? [])
      for (const said of [tell(event)].flat()) if (this.holds(said.id)) this.keep(kind, event, said)
  }

  private keep(kind: string, { programme, number }: ToldEvent, { id, begins, values = {}, lines = {} }: Said): void {
    const records = this.records.get(kind)!
    const record = records.get(id) ?? newRecord(programme)
    records.set(id, record)
    if (begins) record.begun = true
    for (const [name, value] of Object.entries(values)) record.values.set(name, { value, number })
    for (const [name, more] of Object.entries(lines)) {
      if (!more) record.open.add(name)
      else record.lines.set(name, [...(record.lines.get(name) ?? []), ...more])
    }
  }
}

function newRecord(programme: string | null): Retold {
  return { begun: false, programme, values: new Map(), lines: new Map(), open: new Set() }
}
