import type { Tx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import type { ExchangeIds } from '#modules/programmes/public.ts'
import { answerRows, insertRows, questionRows } from '../store/exchange-rows.ts'
import { capacitiesOn } from '../store/read-past.ts'
import { split } from './words.ts'

const made = (ids: ExchangeIds) => ({ id: ids.newId(), created_at: ids.now, created_by: null })

export async function readQuestions(tx: Tx, file: ProgrammeExchange, ids: ExchangeIds): Promise<void> {
  const stored = new Set((await questionRows(tx, ids.programmeId)).map((row) => row.id))
  for (const question of file.questions ?? []) {
    const known = ids.known('questions', question.key)
    if (known && stored.has(known)) {
      await ids.keep('questions', question.key, known, 'unchanged')
      continue
    }
    const title = split(question.names)
    const row = {
      ...made(ids),
      task_id: ids.id('tasks', question.task),
      title: title.lang === 'id' ? title.own : null,
      title_en: title.lang === 'en' ? title.own : title.en,
      reported_total: question.reportedTotal ?? null,
      source: question.source ?? null,
    }
    await insertRows(tx, 'task_questions', [row])
    await ids.keep('questions', question.key, row.id, 'created')
  }
}

/** The newest answer counts; an answer that says the same again is not written again. */
export async function readAnswers(tx: Tx, file: ProgrammeExchange, ids: ExchangeIds): Promise<void> {
  const stored = new Map(
    (await answerRows(tx, ids.programmeId)).map((row) => [`${row.question_id} ${row.organisation_id}`, row]),
  )
  const tasks = new Map((await questionRows(tx, ids.programmeId)).map((row) => [row.id, row.task_id]))
  const rows = []
  for (const { question, organisation, value, raw, date } of file.answers ?? []) {
    const questionId = ids.id('questions', question)
    const organisationId = ids.id('organisations', organisation)
    const before = stored.get(`${questionId} ${organisationId}`)
    const same =
      before && before.value === value && before.raw === (raw ?? null) && before.answered_on === (date ?? null)
    const id = same ? before.id : ids.newId()
    await ids.keep('answers', `${question}.${organisation}`, id, same ? 'unchanged' : before ? 'updated' : 'created')
    if (same) continue
    const told = {
      question_id: questionId,
      organisation_id: organisationId,
      value,
      raw: raw ?? null,
      answered_on: date ?? null,
    }
    rows.push({ ...made(ids), id, task_id: tasks.get(questionId)!, ...told })
  }
  await insertRows(tx, 'task_adoptions', rows)
}

export async function readCapacities(tx: Tx, file: ProgrammeExchange, ids: ExchangeIds): Promise<void> {
  const known = await capacitiesOn(tx, ids.programmeId, '9999-12-31')
  const stored = new Map(known.map((row) => [`${row.organisationId} ${row.month}`, row.hours]))
  const rows = []
  for (const { organisation, month, hours } of file.capacities ?? []) {
    const owner = ids.id('organisations', organisation)
    const before = stored.get(`${owner} ${month}`)
    const key = `${organisation}.${month}`
    const earlier = ids.known('capacities', key)
    const same = before === hours && earlier !== undefined
    const row = {
      ...made(ids),
      programme_id: ids.programmeId,
      owner_id: owner,
      month: `${month}-01`,
      hours,
      declared_on: null,
    }
    await ids.keep(
      'capacities',
      key,
      same ? earlier : row.id,
      same ? 'unchanged' : before === undefined ? 'created' : 'updated',
    )
    if (!same) rows.push(row)
  }
  await insertRows(tx, 'capacities', rows)
}
