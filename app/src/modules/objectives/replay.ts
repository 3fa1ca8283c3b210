import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, line, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!

function stated(event: ToldEvent): Said {
  const [scope, weight] = ['scope', 'weight'].map((name) => factIn(event.payload, name))
  return { id: subject(event), begins: true, values: { scope, weight, owner: event.owner, droppedOn: null } }
}

/** From a file: that it came is told, not what it says. */
function imported(event: ToldEvent): Said {
  const open = { measures: undefined, targets: undefined, observations: undefined, links: undefined }
  return { id: subject(event), begins: true, values: { owner: event.owner, droppedOn: null }, lines: open }
}

/** One more line, of the facts that its event carries; of an event from before they were all told, none. */
function adds(list: string, ...names: string[]) {
  return (event: ToldEvent): Said => {
    const facts = names.map((name) => (name === 'day' ? event.day : factIn(event.payload, name)))
    return { id: subject(event), lines: { [list]: facts.includes(undefined) ? undefined : [line(...facts)] } }
  }
}

/** Objectives with their measures, first and later targets, and every observation. */
export const objectiveReplay: Replay = {
  kind: 'objective',
  table: 'objectives',
  serves: ['F3', 'F5', 'D2 c'],
  tells: {
    'objective.stated': stated,
    'objective.imported': imported,
    'objective.edited': (event) => ({ id: subject(event), values: { weight: factIn(event.payload, 'weight') } }),
    'objective.dropped': (event) => ({ id: subject(event), values: { droppedOn: event.day } }),
    'measure.added': adds('measures', 'measure', 'baseline', 'target', 'weight', 'owned'),
    'measure.retargeted': adds('targets', 'measure', 'day', 'from', 'to'),
    'measure.observed': adds('observations', 'measure', 'observation', 'on', 'value'),
    'objective.linked': adds('links', 'link', 'to', 'kind'),
    'objective.unlinked': adds('links', 'link', 'day'),
  },
  standing: readObjectives,
}

async function readObjectives(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Jakarta')::date`
  const number = (column: string) => sql`coalesce(trim_scale(${sql.ref(column)})::text, '-')`
  const { rows } = await sql<Standing>`
    select o.id, o.programme_id as programme,
      jsonb_build_object('scope', o.scope, 'weight', o.weight, 'owner', o.owner_id, 'droppedOn', ${day('o.dropped_at')}) as values,
      jsonb_build_object(
        'measures', array(select concat_ws(' ', m.id, ${number('m.baseline')}, ${number('m.first_target')}, ${number('m.weight')}, m.has_owner::text)
          from measures m where m.objective_id = o.id),
        'targets', array(select concat_ws(' ', m.id, ${day('t.created_at')}, ${number('t.from_target')}, ${number('t.to_target')})
          from measure_retargets t join measures m on m.id = t.measure_id where m.objective_id = o.id),
        'observations', array(select concat_ws(' ', m.id, b.id, b.observed_on, ${number('b.value')})
          from observations b join measures m on m.id = b.measure_id where m.objective_id = o.id),
        'links', array(select concat_ws(' ', l.id, l.to_id, l.kind) from objective_links l where l.from_id = o.id
          union all select concat_ws(' ', l.id, ${day('l.ended_at')}) from objective_links l where l.from_id = o.id and l.ended_at is not null)) as lines
    from objectives o where o.id > ${after} order by o.id limit ${most}`.execute(tx)
  return rows
}
