import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import type { Cast } from '#kernel/testing/cast.ts'
import type { TestDatabase } from '#kernel/testing/database.ts'
import { partiesOn, programmeById, programmeBySlug } from '#modules/programmes/public.ts'
import type { ProgrammeHead, ProgrammeReader } from '../programme-reader.ts'
import type { Condition, Evaluation, Measure, RecordShown, RowDescriber, Signals } from '../signal.ts'

/** One record of a test's own table: what it is about, when it happened, what it says. */
export type Fact = { subject: string; on: string; value?: number; counted?: boolean; title?: string; class?: Class }

/** A table of records under the ordinary rules, so that signals in tests read real rows as the job. */
export async function factTable(db: TestDatabase): Promise<void> {
  await db.admin.pool.query(`
    set role mufakat_owner;
    create table facts (
      id uuid primary key, programme_id uuid not null references programmes, owner_id uuid not null references organisations,
      class record_class not null, lang language_code not null default 'id', subject text not null, on_day date not null,
      value double precision not null, counted boolean not null, title text not null,
      created_at timestamptz not null, created_by uuid);
    create index on facts (programme_id, subject, on_day);
    call mufakat.protect_records('facts', '{}');
    reset role`)
}

export async function addFacts(db: TestDatabase, cast: Cast, facts: Fact[]): Promise<string[]> {
  const rows = facts.map((fact) => ({ id: newId(cast.now), title: `Catatan ${fact.subject}`, ...fact }))
  const column = <T>(pick: (row: (typeof rows)[number]) => T) => rows.map(pick)
  await db.admin.pool.query(
    `insert into facts select id, $1, $2, class, 'id', subject, on_day, value, counted, title, $3
     from unnest($4::uuid[], $5::text[], $6::text[], $7::date[], $8::float8[], $9::boolean[], $10::text[])
       as t (id, class, subject, on_day, value, counted, title)`,
    [
      cast.programmeId,
      cast.organisations.owner.id,
      cast.now,
      column((row) => row.id),
      column((row) => row.class ?? 'public'),
      column((row) => row.subject),
      column((row) => row.on),
      column((row) => row.value ?? 1),
      column((row) => row.counted ?? true),
      column((row) => row.title),
    ],
  )
  return rows.map((row) => row.id)
}

type FactRow = { id: string; value: number; counted: boolean; owner_id: string }

async function factsIn(tx: ReadTx, subject: string, { programmeId, window }: Evaluation): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select id, value, counted, owner_id from facts where programme_id = ${programmeId} and subject = ${subject}
      and on_day between ${window.from} and ${window.to} order by on_day, id`.execute(tx)
  return rows
}

const rowOf = ({ id, counted }: FactRow) => ({ kind: 'fact', id, counted })

/** k of n: facts of this subject in the window, k the counted ones. */
export function shareOfFacts(indicator: string): Measure {
  return {
    indicator,
    async measure(tx, evaluation) {
      const rows = await factsIn(tx, indicator, evaluation)
      const k = rows.filter((row) => row.counted).length
      return { kind: 'measured', k, n: rows.length, rows: rows.map(rowOf) }
    },
  }
}

/** The mean value of the facts of 'D1.a' in the window; unchecked while there is none. */
export function meanOfFacts(detector: string, letter: string, critical = false): Condition {
  return {
    detector,
    letter,
    async observe(tx, evaluation) {
      const rows = await factsIn(tx, `${detector}.${letter}`, evaluation)
      if (rows.length === 0) return { kind: 'unchecked', because: both('Belum ada fakta.', 'No facts yet.') }
      const value = rows.reduce((sum, row) => sum + row.value, 0) / rows.length
      const evidence = both(
        `Dari [${rows.length} fakta], [nilainya ${value}].`,
        `Of [${rows.length} facts], [${value}].`,
      )
      const parties = rows.map((row) => row.owner_id)
      return { kind: 'observed', value, n: rows.length, evidence, rows: rows.map(rowOf), parties, critical }
    },
  }
}

export const factRows: RowDescriber = {
  kind: 'fact',
  name: both('fakta', 'facts'),
  async describe(tx, ids) {
    const { rows } = await sql<RecordShown & { title: string; on_day: string }>`
      select id, class, programme_id, owner_id, title, on_day from facts where id = any (${ids})`.execute(tx)
    return new Map(
      rows.map((row) => [
        row.id,
        { title: row.title, lang: 'id', record: row, url: `/facts/${row.id}`, facts: [() => row.on_day] },
      ]),
    )
  },
}

export function signalsOf(measures: string[], conditions: Condition[]): Signals {
  return { measures: measures.map(shareOfFacts), conditions }
}

/** Programmes as the app gives them, read from their own tables. */
export const testProgrammes: ProgrammeReader = {
  bySlug: programmeBySlug,
  byId: programmeById,
  partiesOn,
  async list(tx) {
    const rows = await tx
      .selectFrom('programmes')
      .select(['id', 'slug', 'name', 'name_en', 'lang', 'owner_id', 'status', 'class', 'example', 'evaluate_at'])
      .execute()
    return rows as ProgrammeHead[]
  },
  async seatedOn(tx, programmeId, day) {
    return tx
      .selectFrom('seats')
      .innerJoin('people', 'people.id', 'seats.person_id')
      .select(['people.id as personId', 'people.name', 'seats.organisation_id as organisationId'])
      .where('programme_id', '=', programmeId)
      .where('first_day', '<=', day)
      .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', day)]))
      .orderBy('people.name')
      .execute()
  },
}
