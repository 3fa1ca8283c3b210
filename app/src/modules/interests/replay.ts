import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import { factIn, type Replay, type Standing } from '#kernel/replay.ts'

/** That a declaration was made, on which day and of how many interests; the log does not say by whom. */
export const declarationReplay: Replay = {
  kind: 'interest declaration',
  table: 'interest_declarations',
  serves: ['A4'],
  by: 'declaration',
  tells: {
    'interests.declared': ({ payload, day }) => ({
      id: String(payload.declaration),
      begins: true,
      values: { declaredOn: day, interests: factIn(payload, 'interests') },
    }),
  },
  standing: readDeclarations,
}

async function readDeclarations(tx: ReadTx, after: string, most: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select d.id, null as programme, '{}'::jsonb as lines, jsonb_build_object('declaredOn', d.declared_on,
      'interests', (select count(*) from declared_interests i where i.declaration_id = d.id)) as values
    from interest_declarations d where d.id > ${after} order by d.id limit ${most}`.execute(tx)
  return rows
}
