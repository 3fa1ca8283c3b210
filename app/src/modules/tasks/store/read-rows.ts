import type { ReadTx } from '#kernel/database.ts'

/** Tasks behind a number, as far as the reader may see them. */
export async function taskFacts(tx: ReadTx, ids: string[]) {
  return tx
    .selectFrom('tasks')
    .innerJoin('programmes', 'programmes.id', 'tasks.programme_id')
    .innerJoin('organisations', 'organisations.id', 'tasks.owner_id')
    .select([
      'tasks.id',
      'tasks.code',
      'tasks.title',
      'tasks.title_en',
      'tasks.lang',
      'tasks.state',
      'tasks.waiting_on',
    ])
    .select(['tasks.baseline_due', 'tasks.due_on', 'tasks.target', 'tasks.done_on', 'programmes.slug'])
    .select(['organisations.name as owner', 'tasks.class', 'tasks.programme_id', 'tasks.owner_id'])
    .where('tasks.id', 'in', ids)
    .execute()
}

/** Cells of a charter behind a number. */
export async function cellFacts(tx: ReadTx, ids: string[]) {
  return tx
    .selectFrom('required_cells as c')
    .innerJoin('charter_versions as v', 'v.id', 'c.charter_id')
    .innerJoin('services', 'services.id', 'c.service_id')
    .innerJoin('programmes', 'programmes.id', 'c.programme_id')
    .select(['c.id', 'c.territory_name', 'c.territory_name_en', 'c.programme_id', 'services.lang', 'programmes.slug'])
    .select(['v.id as charter_id', 'v.class', 'v.owner_id'])
    .select(['services.name as service', 'services.name_en as service_en', 'c.service_id'])
    .where('c.id', 'in', ids)
    .execute()
}
