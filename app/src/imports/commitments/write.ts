import type { Class } from '#kernel/access.ts'
import type { NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { Importing, Met, Written } from '../request.ts'
import { appendEvents } from '../store/append-events.ts'
import { insertRows } from '../store/insert-rows.ts'
import { same, storedJson } from '../stored-json.ts'
import { type CommitmentFacts, commitmentFacts, isStep } from './facts.ts'
import * as store from './store.ts'

/** Makes a commitment of every row not met before; of the others only what the file says differently is changed. */
export async function writeCommitments(
  importing: Importing,
  fresh: readonly TableRecord[],
  met: readonly Met[],
): Promise<Written[]> {
  const written = await createCommitments(importing, fresh)
  if (met.length === 0) return written
  const standing = await store.standingCommitments(importing.tx, importing.home.id)
  for (const one of met) written.push(await reviewCommitment(importing, one, standing.get(one.before.recordId)))
  return written
}

async function createCommitments(importing: Importing, records: readonly TableRecord[]): Promise<Written[]> {
  const { tx, now, asOf, lang } = importing
  const made = records.map((record) => ({ record, facts: commitmentFacts(record.values), id: newId(now) }))
  const rows = made.map(({ record, facts, id }) => commitmentRow(importing, record, facts, id))
  await insertRows(tx, 'commitments', rows)
  const judged = made.filter(({ facts }) => isStep(facts.outcome))
  const assessments = judged.map(({ id, facts }) => ({
    commitmentId: id,
    outcome: facts.outcome!,
    raw: facts.outcomeRaw,
    day: asOf,
    lang,
  }))
  await insertRows(
    tx,
    'commitment_assessments',
    assessments.map((assessment) => store.assessmentRow(assessment, now)),
  )
  importing.report.assessed += assessments.length
  const events = made.map(({ facts, id }, index) => {
    const about = { id, ownerId: rows[index]!.owner_id, class: importing.home.class, version: 1 }
    return told(importing, 'imported', about, {
      firstDue: facts.due.due,
      due: facts.due.due,
      outcome: facts.outcome,
      notAssessed: facts.notAssessed,
      on: facts.outcome && asOf,
      assessed: isStep(facts.outcome),
    })
  })
  await appendEvents(tx, now, events)
  return made.map(({ record, id }) => ({ record, id, fate: 'created' as const }))
}

function commitmentRow(
  importing: Importing,
  record: TableRecord,
  facts: CommitmentFacts,
  id: string,
): store.CommitmentRow {
  const { home, now, asOf, lang } = importing
  const owner = facts.lead.map((named) => importing.organisation(record, named)).find((found) => found !== undefined)
  if (!owner) importing.remark({ code: 'nobody-named', line: record.line, detail: facts.title })
  if (facts.title !== facts.whole)
    importing.remark({ code: 'title-shortened', line: record.line, detail: facts.title.slice(0, 80).toWellFormed() })
  const target = store.targetJson(facts.due)
  return {
    id,
    programme_id: home.id,
    owner_id: owner ?? home.ownerId,
    class: home.class,
    lang,
    title: facts.title,
    first_due: facts.due.due,
    first_target: target,
    current_due: facts.due.due,
    current_target: target,
    outcome: facts.outcome,
    outcome_on: facts.outcome && asOf,
    not_assessed: facts.notAssessed,
    source: storedJson(sourceOf(importing, record, facts)),
    created_at: now,
    created_by: null,
  }
}

/** Where it comes from and what else it says. `named`: what stands where an organisation should, for a person to look at. */
function sourceOf(importing: Importing, record: TableRecord, facts: CommitmentFacts): object {
  const found = (one: CommitmentFacts['lead'][number]) => importing.organisation(record, one)
  return {
    title: importing.source,
    key: record.sourceKey,
    ...facts.more,
    leads: facts.lead.flatMap((one) => found(one) ?? []),
    partners: facts.supporting.flatMap((one) => found(one) ?? []),
    named: [...facts.lead, ...facts.supporting].filter((one) => !found(one)).map((one) => one.name),
  }
}

async function reviewCommitment(
  importing: Importing,
  { record, before }: Met,
  standing: store.Standing | undefined,
): Promise<Written> {
  const { tx, now, asOf, lang } = importing
  const unchanged = { record, id: before.recordId, fate: 'unchanged' as const }
  if (!standing) {
    importing.remark({ code: 'record-closed', line: record.line, detail: record.sourceKey })
    return unchanged
  }
  const was = commitmentFacts(before.read)
  const facts = commitmentFacts(record.values)
  if (!same(keys(was.lead), keys(facts.lead)))
    importing.remark({ code: 'owner-stays', line: record.line, detail: facts.lead.map(({ name }) => name).join(' | ') })
  const change = changeOf(importing, record, { was, facts }, standing)
  if (Object.keys(change).length === 0) return unchanged
  if (change.due) {
    await store.addMove(tx, { commitmentId: standing.id, from: standing.current_due, to: change.due, day: asOf }, now)
    importing.report.moved++
  }
  const step = isStep(change.outcome?.code) ? change.outcome.code : null
  if (step) {
    const judged = { commitmentId: standing.id, outcome: step, raw: facts.outcomeRaw, day: asOf, lang }
    await insertRows(tx, 'commitment_assessments', [store.assessmentRow(judged, now)])
    importing.report.assessed++
  }
  const version = await store.changeCommitment(tx, standing.id, change)
  const payload = { from: standing.current_due, to: change.due?.due, outcome: change.outcome?.code }
  const about = { id: standing.id, ownerId: standing.owner_id, class: standing.class, version }
  const verb = change.due ? 'moved' : step ? 'assessed' : 'imported'
  await appendEvents(tx, now, [told(importing, verb, about, payload)])
  return { ...unchanged, fate: 'updated' }
}

/** What the file says differently than before, unless the record says so already; what people changed here stays. */
function changeOf(
  importing: Importing,
  record: TableRecord,
  { was, facts }: Record<'was' | 'facts', CommitmentFacts>,
  standing: store.Standing,
): store.Change {
  const change: store.Change = {}
  if (was.title !== facts.title && standing.title !== facts.title) change.title = facts.title
  const current = { due: standing.current_due, target: standing.current_target }
  // A source that no longer names a date has not moved it.
  const dated = facts.due.due !== null || facts.due.target !== null
  if (dated && !same(was.due, facts.due) && !same(current, facts.due)) change.due = facts.due
  const judged = was.outcome !== facts.outcome || was.notAssessed !== facts.notAssessed
  const known = standing.outcome === facts.outcome && standing.not_assessed === facts.notAssessed
  if (judged && !known)
    change.outcome = { code: facts.outcome, on: facts.outcome && importing.asOf, notAssessed: facts.notAssessed }
  if (!same(beyond(was), beyond(facts))) change.source = sourceOf(importing, record, facts)
  return change
}

/** What is compared of the rest: another word for the same outcome is no change. */
function beyond({ more, lead, supporting }: CommitmentFacts) {
  return { ...more, completion: more.completion?.map(({ says }) => says), named: [keys(lead), keys(supporting)] }
}

function keys(named: CommitmentFacts['lead']): string[] {
  return named.map((one) => one.key).sort()
}

type About = { id: string; ownerId: string; class: Class; version: number }

function told(importing: Importing, verb: string, about: About, payload: Record<string, unknown>): NewEvent {
  return {
    name: `commitment.${verb}`,
    programmeId: importing.home.id,
    ownerId: about.ownerId,
    class: about.class,
    subjectKind: 'commitment',
    subjectId: about.id,
    subjectVersion: about.version,
    payload: payload as JsonObject,
  }
}
