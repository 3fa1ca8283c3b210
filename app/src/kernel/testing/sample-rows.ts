import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Class } from '../access.ts'
import { newId } from '../ids.ts'
import type { Cast } from './cast.ts'
import type { Column, Table } from './catalogue.ts'

export type Row = Record<string, unknown>

/**
 * Values that the catalogue cannot tell: a pattern, or a rule between columns. A new table needs an entry only when
 * access.test.ts says that it cannot make a row of it.
 */
const overrides: Record<string, (samples: Samples, recordClass: Class) => Row | Promise<Row>> = {
  accounts: newPerson,
  charter_versions: () => ({ status: 'proposed' }),
  breaches: () => ({ data_kinds: '{health}', discovered_at: '2026-03-01T03:00:00Z' }),
  breach_acts: async ({ make }) => ({ breach_id: (await make('breaches')).id, told_at: '2026-03-02T03:00:00Z' }),
  classification_acts: async (samples) => ({
    classification_id: (await samples.make('classifications')).id,
    act: 'review',
    reason: 'Masih perlu',
    review_on: '2028-01-01',
  }),
  classifications: async ({ make, cast }) => {
    const record = await make('tasks')
    return {
      record_id: record.id,
      record_kind: 'task',
      record_table: 'tasks',
      ...sampleTest,
      created_by: cast.people.grantHolder.id,
    }
  },
  contract_changes: () => ({ kind: 'annulled' }),
  collective_members: async ({ make }) => ({ member_id: (await make('organisations')).id }),
  ballots: async ({ make }, recordClass) => ({ ...(await newRound(make, recordClass)), answer: 'yes' }),
  // one that waits is alone in its programme
  data_archives: () => ({ state: 'expired' }),
  decision_links: () => ({ kind: 'document', title: 'Telaah', url: 'https://contoh.go.id/telaah' }),
  decision_outcomes: ({ make }, recordClass) => newRound(make, recordClass),
  declared_interests: ({ cast }) => ({ organisation_id: cast.organisations.owner.id }),
  digest_cursors: newPerson,
  detector_readings: () => ({ outcome: 'false' }),
  // a closed one would end what residents may do in the rows that follow
  discussion_settings: () => ({ public_comments: true }),
  // of a picture, since a file with letters has its row already
  document_texts: async (samples, recordClass) => {
    const picture: Row = { ...(await samples.build('documents', recordClass)), kind: 'png' }
    await samples.insert(samples.pool, 'documents', picture)
    return { document_id: picture.id }
  },
  documents: () => ({
    sha256: 'a'.repeat(64),
    received_sha256: 'a'.repeat(64),
    storage_key: randomBytes(24).toString('hex'),
    size: 1,
  }),
  erasures: ({ cast }) => ({ subject_kind: 'person', subject_id: newId(cast.now), created_by: null }),
  erasure_decisions: () => ({ outcome: 'erase' }),
  erasure_results: () => ({ erased: 1, subjects: '{}' }),
  events: () => ({ name: 'task.closed' }),
  file_redactions: () => ({ grounds: '{17h}', parts: 1 }),
  factor_resets: async (samples) => ({
    ...(await newPerson(samples)),
    proposed_by: (await samples.make('people')).id,
  }),
  holidays: ({ next }) => ({ date: `20${40 + (next() % 50)}-01-0${1 + (next() % 9)}` }),
  information_publications: async ({ make, pool }) => {
    const request = await make('information_requests')
    await pool.query("update information_requests set outcome = 'full' where id = $1", [request.id])
    return { request_id: request.id }
  },
  information_request_texts: () => ({ sealed: Buffer.alloc(32) }),
  information_requesters: ({ cast }) => ({ person_id: cast.people.resident.id, sealed: Buffer.alloc(32) }),
  information_rules: ({ next }) => ({ version: next() }),
  objective_links: async ({ make }) => ({
    from_id: (await make('objectives')).id,
    to_id: (await make('objectives')).id,
  }),
  log_days: ({ next }) => ({ day: `20${40 + (next() % 50)}-02-0${1 + (next() % 9)}` }),
  log_seeds: () => ({ seed: Buffer.alloc(32), subjects: '{}' }),
  log_tiles: () => ({ hashes: Buffer.alloc(32) }),
  meeting_links: async ({ make }) => ({ meeting_id: (await make('meetings')).id, url: 'https://rapat.example/a' }),
  imports: () => ({ sha256: 'a'.repeat(64) }),
  installation_roles: newPerson,
  memberships: newPerson,
  mitigations: () => ({ text: 'Rapat mingguan' }),
  // one of the catalogue, which pages look up
  obstacles: () => ({ detector: 'D1' }),
  organisation_identifiers: ({ next }) => ({ value: `id-${next()}` }),
  // nobody of the cast made it or is it
  people: () => ({ created_by: null }),
  parties: async ({ make }) => ({ organisation_id: (await make('organisations')).id }),
  programmes: ({ next }) => ({ slug: `contoh-${next()}` }),
  redactions: () => ({ passages: '[{"ground": "17h"}]' }),
  round_extensions: ({ make }, recordClass) => newRound(make, recordClass),
  seats: async (samples) => ({ ...(await newPerson(samples)), organisation_id: samples.cast.organisations.owner.id }),
  // of a field, since one of a whole record has its row already
  standing_classifications: async (samples, recordClass) => {
    const given = { ...(await samples.build('classifications', recordClass)), part: 'field', place: 'Nama' } as Row
    await samples.insert(samples.pool, 'classifications', given)
    return { classification_id: given.id }
  },
  task_handover_answers: () => ({ accepted: true }),
  task_handovers: ({ cast }) => ({ to_id: cast.organisations.other.id }),
  task_questions: () => ({ title: 'Sudah dijalankan?' }),
  task_verifications: ({ cast }) => ({ organisation_id: cast.organisations.other.id }),
  text_findings: () => ({ kinds: '{phone}' }),
  text_finding_acts: () => ({ act: 'let-pass', reason: 'Nomor layanan' }),
  thresholds: () => ({ subject: 'F2', n_min: 5 }),
}

/** A whole consequence test: every part of it is checked together. */
const sampleTest = {
  from_class: 'public',
  to_class: 'restricted',
  ground: '17h',
  ends_when: 'consent',
  review_on: '2028-01-01',
  decided_on: '2026-11-24',
  by_office: 'head',
}

/** A round with the decision it belongs to. */
async function newRound(make: Samples['make'], recordClass: Class): Promise<Row> {
  const round = await make('decision_rounds', recordClass)
  return { round_id: round.id, decision_id: round.decision_id }
}

/** These rows give their person rights, so it must not be one of the cast. */
async function newPerson({ make }: Samples): Promise<Row> {
  return { person_id: (await make('people')).id }
}

/** Makes rows of any table, past every rule, of one class and for the cast's programme. */
export class Samples {
  readonly cast: Cast
  readonly pool: pg.Pool
  readonly tables: Map<string, Table>
  private count = 0

  constructor(cast: Cast, pool: pg.Pool, tables: Map<string, Table>) {
    this.cast = cast
    this.pool = pool
    this.tables = tables
  }

  next = (): number => ++this.count

  /** Inserts a row (and what it refers to) and returns it. */
  make = async (table: string, recordClass: Class = 'public'): Promise<Row> => {
    const row = await this.build(table, recordClass)
    await this.insert(this.pool, table, row)
    return row
  }

  /** A row that can be inserted; whatever it refers to exists already, of the same class. */
  async build(name: string, recordClass: Class): Promise<Row> {
    const table = this.tables.get(name)
    if (!table) throw new Error(`no table is named ${name}`)
    const row: Row = (await overrides[name]?.(this, recordClass)) ?? {}
    for (const column of table.columns.values()) {
      const known = this.known(name, column.name, recordClass)
      if (column.name in row || (!column.required && known === undefined)) continue
      row[column.name] = known ?? (await this.valueOf(table, column, recordClass))
    }
    return row
  }

  async insert(client: Pick<pg.Pool, 'query'>, table: string, row: Row): Promise<void> {
    const names = Object.keys(row)
    const marks = names.map((_, index) => `$${index + 1}`)
    const text = `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`
    await client.query(text, Object.values(row)).catch((error: Error) => {
      throw new Error(`${error.message}: say in testing/sample-rows.ts how a row of ${table} is made`, { cause: error })
    })
  }

  private known(table: string, column: string, recordClass: Class): unknown {
    if (column === 'class') return recordClass
    if (column === 'programme_id') return this.cast.programmeId
    if (column === 'owner_id') return this.cast.organisations.owner.id
    if (column === 'created_by') return this.cast.people.grantHolder.id
    if (column === 'id' && table !== 'territories') return newId(this.cast.now)
    return undefined
  }

  private async valueOf(table: Table, column: Column, recordClass: Class): Promise<unknown> {
    if (column.references === 'organisations') return this.cast.organisations.owner.id
    if (column.references === 'people') return this.cast.people.resident.id
    if (column.references) return (await this.make(column.references, recordClass))[column.referencedColumn!]
    if (column.choices) return column.choices[0]
    const value = this.plainValue(column)
    if (value !== undefined) return value
    throw new Error(`${table.name}.${column.name} (${column.type}): say in testing/sample-rows.ts what it may hold`)
  }

  private plainValue({ type, least }: Column): unknown {
    if (type === 'text') return `contoh ${this.next()}`
    if (type === 'tsvector') return ''
    if (type === 'uuid') return newId(this.cast.now)
    if (['integer', 'bigint', 'numeric', 'smallint', 'double precision'].includes(type)) return least ?? this.next()
    if (type === 'boolean') return false
    if (type === 'date') return '2026-03-01'
    if (type === 'timestamp with time zone') return this.cast.now
    if (type === 'jsonb') return '{}'
    if (type === 'bytea') return randomBytes(32)
    if (type.endsWith('[]')) return '{}'
    return undefined
  }
}
