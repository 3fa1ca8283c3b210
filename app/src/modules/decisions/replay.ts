import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import {
  type Fact,
  factIn,
  line,
  listIn,
  type Replay,
  type Said,
  type Standing,
  type ToldEvent,
} from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!

/** Known to everyone once the decision is published. */
const figures = ['result', 'decidedOn', 'eligible', 'cast', 'recused', 'yes', 'no', 'abstain'] as const

function raised(event: ToldEvent): Said {
  const none = Object.fromEntries(figures.map((name) => [name, null]))
  const values = { ...none, publishedOn: null, raisedOn: event.day, owner: event.owner }
  return { id: subject(event), begins: true, values }
}

function published(event: ToldEvent): Said {
  const told = Object.fromEntries(figures.map((name) => [name, factIn(event.payload, name)]))
  const lines = { ballots: listIn(event.payload, 'ballots') }
  return { id: subject(event), values: { ...told, publishedOn: event.day }, lines }
}

/** One more line, of the facts that its event carries. */
function adds(list: string, ...names: string[]) {
  return (event: ToldEvent): Said => {
    const facts = names.map((name) => factIn(event.payload, name))
    return { id: subject(event), lines: { [list]: [line(...(facts as Fact[]))] } }
  }
}

/** Decisions: options, linked documents, who answered for interests, objections, and once published how it was voted. */
export const decisionReplay: Replay = {
  kind: 'decision',
  table: 'decisions',
  serves: ['T1', 'T2', 'A4', 'D2 a', 'D2 b', 'D2 d'],
  tells: {
    'decision.raised': raised,
    'decision.option-added': adds('options', 'option'),
    'decision.linked': (event) => ({
      id: subject(event),
      lines: { links: listIn(event.payload, 'kinds')?.map((kind) => line(event.day, kind)) },
    }),
    'interest.answered': adds('interestAnswers', 'organisation', 'conflicted'),
    'dissent.recorded': adds('dissents', 'organisation'),
    'amendment.proposed': adds('amendments', 'amendment', 'organisation', 'revises'),
    'decision.published': published,
  },
  standing: readDecisions,
}

async function readDecisions(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select d.id, d.programme_id as programme,
      jsonb_build_object('owner', d.owner_id, 'raisedOn', d.raised_on, 'publishedOn', p.published_on, 'result', o.result,
        'decidedOn', o.decided_on, 'eligible', o.eligible, 'cast', o.cast_ballots, 'recused', o.recused,
        'yes', o.yes, 'no', o.no, 'abstain', o.abstain) as values,
      jsonb_build_object(
        'options', array(select x.id::text from decision_options x where x.decision_id = d.id),
        'links', array(select concat_ws(' ', (x.created_at at time zone 'Asia/Jakarta')::date, x.kind) from decision_links x where x.decision_id = d.id),
        'interestAnswers', array(select concat_ws(' ', x.organisation_id, x.conflicted::text) from interest_answers x where x.decision_id = d.id),
        'dissents', array(select x.organisation_id::text from dissents x where x.decision_id = d.id),
        'amendments', array(select concat_ws(' ', x.id, x.organisation_id, coalesce(x.revises_id::text, '-')) from amendments x where x.decision_id = d.id),
        'ballots', array(select concat_ws(' ', b.round_id, b.organisation_id, coalesce(b.answer, '-')) from ballots b
          where b.decision_id = d.id and p.id is not null)) as lines
    from decisions d left join decision_publications p on p.decision_id = d.id
      left join lateral (select x.* from decision_outcomes x where x.decision_id = d.id and p.id is not null
        order by x.created_at desc limit 1) o on true
    where d.id > ${after} order by d.id limit ${most}`.execute(tx)
  return rows
}
