import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import {
  codeOf,
  type FieldValue,
  firstDayOf,
  institutionsOf,
  lastDayOf,
  numberOf,
  textOf,
} from '#kernel/tabular/field-value.ts'
import { words as plainWords } from '#kernel/tabular/plain-text.ts'
import type { Institution } from '#kernel/tabular/read-institution.ts'
import type { MilestoneType, TaskKind, TaskRole, TaskState } from '#modules/tasks/task.ts'
import { type Deadline, deadlineOf } from '../deadline.ts'
import type { RemarkCode } from '../report.ts'
import { plain, shorten } from '../stored-json.ts'

type Values = Readonly<Record<string, FieldValue>>
export type Note = (code: RemarkCode, detail: string) => void
export type Effort = { amount: number; unit: 'hour' | 'person-day' | 'person-month' }
export type Money = { amount: number; currency: string }

/** What one row says of a task. `due`: the first date it names; `current`: the newer one, where the table has a column for it. */
export type TaskFacts = {
  title: string
  code: string | null
  kind: TaskKind
  milestoneType: MilestoneType | null
  roles: Record<TaskRole, readonly Institution[]>
  start: string | null
  due: Deadline
  current: Deadline | null
  /** Null where the table tells no state that can be read. */
  state: TaskState | null
  doneOn: string | null
  effort: Effort | null
  budget: Money | null
  service: string | null
  territory: string | null
  objective: string | null
}

/** `asOf`: the day of which the table speaks. */
export type Reading = { map: ColumnMap; asOf: string }

export function taskFacts(values: Values, reading: Reading, note: Note): TaskFacts {
  const whole = plain(textOf(values.title) ?? '')
  const title = shorten(whole, 300)
  if (title !== whole) note('title-shortened', shorten(title, 80))
  const milestone = codeOf(values.kind) === 'milestone'
  const type = codeOf(values.milestoneType) as MilestoneType | null
  if (type && !milestone && codeOf(values.kind)) note('type-of-activity', `${title}: ${type}`)
  const later = deadlineOf(values.currentDueDate)
  return {
    title,
    code: codeText(textOf(values.id), note),
    // A type of milestone says what it is where no column does.
    kind: milestone || (type && !codeOf(values.kind)) ? 'milestone' : 'activity',
    milestoneType: milestone || !codeOf(values.kind) ? type : null,
    roles: {
      responsible: institutionsOf(values.responsible),
      accountable: institutionsOf(values.accountable),
      consulted: institutionsOf(values.consulted),
      informed: institutionsOf(values.informed),
    },
    start: firstDayOf(values.startDate),
    due: deadlineOf(values.dueDate),
    current: later.due || later.target ? later : null,
    ...stateOf(values, title, reading, note),
    effort: effortOf(values.effort, reading.map, note),
    budget: budgetOf(values.budget, note),
    service: textOf(values.service),
    territory: textOf(values.territory),
    objective: textOf(values.objective),
  }
}

function codeText(id: string | null, note: Note): string | null {
  if (id === null || id === '') return null
  if ([...id].length <= 40) return plain(id)
  note('code-too-long', shorten(id, 60))
  return null
}

/** A completion date makes a task done unless its state says otherwise; done without a date is done by the table's day. */
function stateOf(values: Values, title: string, { asOf }: Reading, note: Note): Pick<TaskFacts, 'state' | 'doneOn'> {
  const told = codeOf(values.state) as TaskState | null
  const completed = lastDayOf(values.completedDate)
  if (completed && completed > asOf && firstDayOf(values.completedDate)! > asOf) {
    note('completed-later', `${title}: ${completed}`)
    return { state: told, doneOn: told === 'done' ? asOf : null }
  }
  if (completed && told && told !== 'done') {
    note('completed-not-done', `${title}: ${completed}`)
    return { state: told, doneOn: null }
  }
  if (completed) return { state: 'done', doneOn: completed > asOf ? asOf : completed }
  if (told !== 'done') return { state: told, doneOn: null }
  note('done-day-assumed', `${title}: ${asOf}`)
  return { state: 'done', doneOn: asOf }
}

const units = [
  ['person-month', /^(bulan orang|orang bulan|ob|person months?|man months?|months?)$/],
  ['person-day', /^(hari orang|orang hari|oh|ho|hari kerja|hari|person days?|man days?|days?|pd)$/],
  ['hour', /^(jam|jam kerja|jam orang|orang jam|hours?|hrs?|h|person hours?|man hours?)$/],
] as const

/** The unit stands behind the number, else in the name of the column. */
function effortOf(value: FieldValue | undefined, map: ColumnMap, note: Note): Effort | null {
  const amount = numberOf(value)
  if (value?.kind !== 'number' || amount === null || !(amount > 0) || !Number.isFinite(amount)) return null
  const column = map.fields.effort?.column ?? ''
  const named = [value.unit ?? '', ...column.split(/[()[\]/:,]/), column].map(plainWords)
  const unit = units.find(([, forms]) => named.some((name) => forms.test(name)))?.[0]
  if (!unit) note('effort-without-unit', value.raw)
  return unit ? { amount, unit } : null
}

/** Neither the table's language nor the programme's country says in which currency an amount is. */
function budgetOf(value: FieldValue | undefined, note: Note): Money | null {
  if (value?.kind !== 'money' || !(value.amount >= 0) || !Number.isFinite(value.amount)) return null
  const currency = value.currency?.toUpperCase() ?? ''
  if (/^[A-Z]{3}$/.test(currency)) return { amount: value.amount, currency }
  note('money-without-currency', value.raw)
  return null
}
