import type { ReadTx } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'
import { type DatasetRow, datasetRows } from '../store/rows.ts'

type Entry = Record<string, unknown>

/**
 * Organisations, people with posts in public bodies, their memberships, motions and votes as Popolo 1.0.1, made from the
 * datasets of the same records, a batch at a time. Parties vote, so a voter is an organisation.
 */
export async function* popoloOf(tx: ReadTx, datasets: Dataset[], programme?: string): AsyncGenerator<string> {
  const rows = (key: string) => datasetRows(tx, datasets.find((dataset) => dataset.key === key)!, programme)
  yield '{"organizations":['
  yield* listed(rows('organisations'), organization)
  yield '],"persons":['
  yield* listed(rows('posts'), firstOfEach('person_id', person))
  yield '],"memberships":['
  yield* listed(rows('posts'), membership)
  yield '],"motions":['
  yield* listed(rows('decisions'), motion)
  yield '],"vote_events":['
  const votes = new InOrder(rows('votes'), 'round_id')
  yield* listed(rows('decision-rounds'), async (round) => voteEvent(round, await votes.of(round.id!)))
  yield ']}\n'
}

type Make = (row: DatasetRow) => Entry | undefined | Promise<Entry | undefined>

async function* listed(batches: AsyncGenerator<DatasetRow[]>, make: Make): AsyncGenerator<string> {
  let before = ''
  for await (const batch of batches) {
    const entries: string[] = []
    for (const row of batch) {
      const entry = await make(row)
      if (entry) entries.push(JSON.stringify(entry))
    }
    if (entries.length > 0) yield before + entries.join(',\n')
    if (entries.length > 0) before = ',\n'
  }
}

/** Who holds several posts is told once; what is kept for it is one id a person. */
function firstOfEach(column: string, make: (row: DatasetRow) => Entry): Make {
  const told = new Set<string>()
  return (row) => {
    if (told.has(row[column]!)) return undefined
    told.add(row[column]!)
    return make(row)
  }
}

/** Rows that come in the order of one column, asked for by its rising values. */
class InOrder {
  readonly #batches: AsyncGenerator<DatasetRow[]>
  readonly #column: string
  #left: DatasetRow[] = []

  constructor(batches: AsyncGenerator<DatasetRow[]>, column: string) {
    this.#batches = batches
    this.#column = column
  }

  async of(value: string): Promise<DatasetRow[]> {
    const found: DatasetRow[] = []
    for (;;) {
      if (this.#left.length === 0) {
        const { value: batch } = await this.#batches.next()
        if (!batch) return found
        this.#left = batch
      }
      const past = this.#left.findIndex((row) => row[this.#column]! > value)
      const upTo = past === -1 ? this.#left.length : past
      found.push(...this.#left.splice(0, upTo).filter((row) => row[this.#column] === value))
      if (past !== -1) return found
    }
  }
}

function organization(row: DatasetRow): Entry {
  const { acronym, territory_code, website } = row
  return {
    id: row.id,
    name: row.name,
    other_names: acronym ? [{ name: acronym }] : [],
    classification: row.kind,
    parent_id: row.parent_id,
    area_id: territory_code,
    founding_date: row.founded_on,
    dissolution_date: row.dissolved_on,
    links: website ? [{ url: website }] : [],
  }
}

function person({ person_id, person: name }: DatasetRow): Entry {
  return { id: person_id, name }
}

function membership(row: DatasetRow): Entry {
  const { id, person_id, organisation_id, post, starts_on, ends_on } = row
  return { id, person_id, organization_id: organisation_id, role: post, start_date: starts_on, end_date: ends_on }
}

function motion(row: DatasetRow): Entry {
  return {
    id: row.id,
    organization_id: row.owner_id,
    identifier: `${row.raised_on!.slice(0, 4)}/${row.number}`,
    text: row.question,
    date: midnight(row.raised_on!),
    requirement: row.rule,
    result: row.result,
  }
}

function voteEvent(round: DatasetRow, votes: DatasetRow[]): Entry {
  const counts = (['yes', 'no', 'abstain'] as const).map((option) => ({
    option,
    value: Number(round[option] ?? Number.NaN),
  }))
  return {
    id: round.id,
    motion_id: round.decision_id,
    identifier: round.number,
    classification: round.secret === 'true' ? 'secret' : 'open',
    end_date: midnight(round.decided_on!),
    result: round.result,
    // sums of weights, which Popolo has only where they are whole
    counts: counts.filter(({ value }) => Number.isInteger(value)),
    votes: votes.map(({ organisation_id, answer, weight }) => ({
      voter_id: organisation_id,
      option: answer,
      weight: Number(weight),
    })),
  }
}

/** The records know the day; Popolo wants an instant. */
function midnight(day: string): string {
  return `${day}T00:00:00+07:00`
}
