import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { HistoryRow, OfProgramme } from '../happening.ts'
import { like } from './programmes.ts'

/** What happened in a programme, newest first, as the reader may see it. */
export async function programmeEvents(
  tx: ReadTx,
  programmeId: string,
  page: { offset: number; limit: number },
): Promise<HistoryRow[]> {
  const events = sql`(select * from events where programme_id = ${programmeId} order by at desc, id desc limit ${page.limit} offset ${page.offset})`
  const { rows } =
    await sql<HistoryRow>`select ${told} from ${events} e ${subjects} order by e.at desc, e.id desc`.execute(tx)
  return rows
}

/** The same narrowed to events of these names, or about something whose name holds the words. */
export async function soughtEvents(
  tx: ReadTx,
  programmeId: string,
  { q, names }: { q: string; names: string[] },
  page: { offset: number; limit: number },
): Promise<{ rows: HistoryRow[]; total: number }> {
  const sought = sql`${subjects} where e.programme_id = ${programmeId} and (e.name = any (${names}) or ${about} ilike ${like(q)})`
  const counted = await sql<{ total: number }>`select count(*) as total from events e ${sought}`.execute(tx)
  const { rows } = await sql<HistoryRow>`
    select ${told} from events e ${sought}
    order by e.at desc, e.id desc limit ${page.limit} offset ${page.offset}`.execute(tx)
  return { rows, total: counted.rows[0]!.total }
}

const about = sql`coalesce(c.title, o.name, mufakat.actor_name(s.person_id))`
// Somebody without a seat here speaks for no party: their name stays with the installation, as beside their comments.
const actor = sql`case when e.person_id = mufakat.person()
    or exists (select from seats x where x.programme_id = e.programme_id and x.person_id = e.person_id)
    or exists (select from installation_roles x where x.person_id = e.person_id) then mufakat.actor_name(e.person_id) end`
const told = sql`e.name, mufakat.act_time(e.at) as at, e.subject_kind, e.subject_id, e.programme_id, ${actor} as person, e.job,
  ${about} as about, coalesce(c.lang, o.lang) as about_lang`
const subjects = sql`
    left join commitments c on c.id = e.subject_id and e.subject_kind = 'commitment'
    left join organisations o on o.id = e.subject_id and e.subject_kind = 'party'
    left join seats s on s.id = e.subject_id and e.subject_kind = 'seat'`

export async function countEvents(tx: ReadTx, programmeId: string): Promise<number> {
  const row = await tx
    .selectFrom('events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('programme_id', '=', programmeId)
    .executeTakeFirstOrThrow()
  return row.count
}

/** The newest events of all programmes that the reader may see. */
export async function latestEvents(tx: ReadTx, limit: number): Promise<(HistoryRow & OfProgramme)[]> {
  const { rows } = await sql<HistoryRow & OfProgramme>`
    select e.name, mufakat.act_time(e.at) as at, e.subject_kind, e.subject_id, e.programme_id, e.job, null as person,
      g.slug, g.name as programme, g.name_en as programme_en, g.lang as programme_lang, coalesce(c.title, o.name) as about, coalesce(c.lang, o.lang) as about_lang
    from (select * from events where programme_id is not null order by at desc, id desc limit ${limit}) e
    join programmes g on g.id = e.programme_id
    left join commitments c on c.id = e.subject_id and e.subject_kind = 'commitment'
    left join organisations o on o.id = e.subject_id and e.subject_kind = 'party'
    order by e.at desc, e.id desc`.execute(tx)
  return rows
}
