import type { ReadTx } from '#kernel/database.ts'
import type { Problem } from '#kernel/outcome.ts'
import { problem } from '#kernel/outcome.ts'
import { servicesOf, territoriesOf } from '#modules/programmes/public.ts'
import { words } from '../words.ts'

type Places = { parent?: string; service?: string; territory?: string }
type Code = 'noSuchParent' | 'noSuchCell'

/** A task, service or territory that is named must be one of this programme. */
export async function placeProblems(tx: ReadTx, programmeId: string, named: Places): Promise<Problem[]> {
  const wrong = (field: string, code: Code) => problem(field, code, (lang) => words[lang].problem[code])
  const problems: Problem[] = []
  if (named.parent && !(await isTaskOf(tx, programmeId, named.parent))) problems.push(wrong('parent', 'noSuchParent'))
  if (named.service && !(await servicesOf(tx, programmeId)).some((one) => one.id === named.service))
    problems.push(wrong('service', 'noSuchCell'))
  if (named.territory && !(await territoriesOf(tx, programmeId)).some((one) => one.code === named.territory))
    problems.push(wrong('territory', 'noSuchCell'))
  return problems
}

async function isTaskOf(tx: ReadTx, programmeId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('tasks')
    .select('id')
    .where('id', '=', id)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row !== undefined
}

export async function isQuestionOf(tx: ReadTx, taskId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('task_questions')
    .select('id')
    .where('id', '=', id)
    .where('task_id', '=', taskId)
    .executeTakeFirst()
  return row !== undefined
}

export async function holdsSeat(
  tx: ReadTx,
  programmeId: string,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('seats')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', personId)
    .where('last_day', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Who holds a seat that acts, by name. */
export async function seatedPeople(tx: ReadTx, programmeId: string, today: string) {
  return tx
    .selectFrom('seats')
    .innerJoin('people', 'people.id', 'seats.person_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .select(['people.id', 'people.name', 'organisations.name as organisation'])
    .where('seats.programme_id', '=', programmeId)
    .where('seats.role', 'in', ['officer', 'head', 'coordinator', 'deputy'])
    .where('seats.first_day', '<=', today)
    .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', today)]))
    .orderBy('people.name')
    .execute()
}

/** People who act for an organisation in a programme. */
export async function peopleFor(
  tx: ReadTx,
  programmeId: string,
  organisationId: string,
  day: string,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('seats')
    .select('person_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('organisation_id', '=', organisationId)
    .where('role', 'in', ['officer', 'head'])
    .where('first_day', '<=', day)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', day)]))
    .execute()
  return rows.map((row) => row.person_id)
}
