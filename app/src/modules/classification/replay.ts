import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, line, type Replay, type Said, type Standing, type ToldEvent } from '#kernel/replay.ts'

const subject = (event: ToldEvent) => event.subject.id!

function decided(event: ToldEvent): Said {
  const { payload, day } = event
  const values = Object.fromEntries(
    ['ground', 'class', 'part', 'expires_on', 'review_on'].map((name) => [name, factIn(payload, name)]),
  )
  return { id: subject(event), begins: true, values: { ...values, decided_on: day } }
}

function act(name: string) {
  return (event: ToldEvent): Said => {
    const opened = factIn(event.payload, 'opened_as')
    return { id: subject(event), lines: { acts: [line(event.day, name, opened)] } }
  }
}

/** Decisions to withhold: ground, class and limits, and what became of each. The decision is public, the record is not. */
export const classificationReplay: Replay = {
  kind: 'classification',
  table: 'classifications',
  serves: ['T4'],
  tells: {
    'classification.decided': decided,
    'classification.confirmed': act('confirm'),
    'classification.reviewed': act('review'),
    'classification.extended': act('extend'),
    'classification.declassified': act('declassify'),
    'classification.overturned': act('overturn'),
    'classification.expired': act('expire'),
  },
  standing: readClassifications,
  untold: { class_changes: 'which record a decision closes is not told while it is closed' },
}

async function readClassifications(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select c.id, c.programme_id as programme,
      jsonb_build_object('ground', c.ground, 'class', c.to_class, 'part', c.part, 'expires_on', c.expires_on, 'review_on', c.review_on,
        'decided_on', c.decided_on) as values,
      jsonb_build_object('acts', array(select concat_ws(' ', a.decided_on, a.act, coalesce(a.to_class::text, '-'))
        from classification_acts a where a.classification_id = c.id)) as lines
    from classifications c where c.id > ${after} order by c.id limit ${most}`.execute(tx)
  return rows
}
