import type pg from 'pg'

export type Column = {
  name: string
  /** The type under its domain: text, uuid, timestamp with time zone … */
  type: string
  /** A row cannot be made without a value for it. */
  required: boolean
  /** Table whose row it names, and by which column of it. */
  references: string | null
  referencedColumn: string | null
  /** What a check on this column alone allows, where it lists the values. */
  choices: string[] | null
  /** The least number that a check on this column alone allows, where it also has a greatest. */
  least: number | null
  /** The app's role, or the jobs' role, may update it. */
  appChanges: boolean
  jobsChange: boolean
}
export type Table = {
  name: string
  /** Row-level security is on, for its owner too. */
  protected: boolean
  /** The app's role, or the jobs' role, may insert at all. */
  appAdds: boolean
  jobsAdd: boolean
  columns: Map<string, Column>
}

type Found = Omit<Table, 'columns'> & { column: Omit<Column, 'choices' | 'least'>; checks: string[] }

/** Every table of schema public as the database itself describes it. */
export async function readCatalogue(pool: pg.Pool): Promise<Map<string, Table>> {
  const { rows } = await pool.query<Found>(query)
  const tables = new Map<string, Table>()
  for (const { column, checks, ...table } of rows) {
    const found = tables.get(table.name) ?? { ...table, columns: new Map() }
    tables.set(table.name, found)
    found.columns.set(column.name, { ...column, choices: choicesOf(checks), least: leastOf(checks) })
  }
  return tables
}

const query = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as protected,
    has_table_privilege('mufakat_app', c.oid, 'INSERT') as "appAdds",
    has_table_privilege('mufakat_jobs', c.oid, 'INSERT') as "jobsAdd",
    json_build_object('name', a.attname,
      'type', format_type(case when t.typtype = 'd' then t.typbasetype else t.oid end, null),
      'required', a.attnotnull and not a.atthasdef and a.attidentity = '' and a.attgenerated = '',
      'appChanges', has_column_privilege('mufakat_app', c.oid, a.attnum, 'UPDATE'),
      'jobsChange', has_column_privilege('mufakat_jobs', c.oid, a.attnum, 'UPDATE'),
      'references', r.relname, 'referencedColumn', ra.attname) as column,
    array(select pg_get_constraintdef(k.oid) from pg_constraint k
      where k.contype = 'c' and (k.conrelid = c.oid and k.conkey = array[a.attnum] or k.contypid = t.oid)) as checks
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and f.conkey = array[a.attnum]
    left join pg_class r on r.oid = f.confrelid
    left join pg_attribute ra on ra.attrelid = f.confrelid and ra.attnum = f.confkey[1]
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname, a.attnum`

function choicesOf(checks: string[]): string[] | null {
  for (const check of checks) {
    const list = check.match(/= ANY \(\(?ARRAY\[(.+?)\]/)?.[1]
    if (list) return [...list.matchAll(/'((?:[^']|'')*)'/g)].map((match) => match[1]!)
  }
  return null
}

function leastOf(checks: string[]): number | null {
  for (const check of checks) {
    const range = check.match(/>= \(?'?(-?\d+(?:\.\d+)?)[^<]*<= /)
    if (range) return Number(range[1])
  }
  return null
}
