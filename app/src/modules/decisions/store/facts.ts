import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Decision, Facts } from '../decision.ts'

export async function readDecision(tx: ReadTx, id: string): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom('decisions')
    .select(['id', 'programme_id', 'owner_id', 'class', 'lang', 'number', 'raised_on', 'question', 'question_en'])
    .select(['background', 'rule', 'quorum', 'charter_number', 'state', 'reverses_id', 'created_at', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Decision | undefined
}

type Row = Omit<Facts, keyof Standing> & { standing: Omit<Standing, 'round'> & { round: Facts['round'] | null } }
type Standing = Pick<
  Facts,
  'parties' | 'voters' | 'round' | 'voted' | 'failed' | 'published' | 'appeals' | 'proposals' | 'options' | 'me'
>

/** What the rules judge, as this actor sees it; undefined = no such decision for them. Who may vote only matters until it is decided. */
export async function readFacts(tx: ReadTx, id: string): Promise<Facts | undefined> {
  const { rows } = await sql<Row>`
    select d.id, d.programme_id, d.owner_id, d.class, d.lang, d.number, d.raised_on, d.question, d.question_en, d.background,
      d.rule, d.quorum, d.charter_number, d.state, d.reverses_id, d.created_at, d.version, p.slug, p.status as programme_status,
      mufakat.decision_facts(d.id) as standing
    from decisions d join programmes p on p.id = d.programme_id where d.id = ${id}`.execute(tx)
  const row = rows[0]
  if (!row) return undefined
  const { standing, ...facts } = row
  return { ...facts, ...standing, round: standing.round ?? undefined }
}
