import { z } from 'zod'
import { amount, classOfRecord, day, key, money, month, text, url, words } from './exchange-parts.ts'

const span = z.enum(['day', 'working-day', 'week', 'month', 'quarter', 'year'])
const raw = text.optional().describe('The cell as it stood in the source')
/** When something is due. What is no date in the source stays what it is. */
export const target = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('date'), date: day, raw }),
    z.strictObject({ kind: z.literal('month'), month, raw }),
    z.strictObject({ kind: z.literal('every'), interval: amount, unit: span, note: words.optional(), raw }),
    z.strictObject({
      kind: z.literal('after'),
      amount: amount.optional(),
      unit: span.optional(),
      event: words,
      thenEvery: z.strictObject({ interval: amount, unit: span, note: words.optional() }).optional(),
      raw,
    }),
    z.strictObject({ kind: z.literal('text'), raw: text, words: words.optional() }),
  ])
  .meta({ id: 'Target' })

export const reasonCodes = ['other-agency', 'resource', 'decision', 'procedure', 'information', 'external'] as const
const reasonCode = z.enum(reasonCodes)

const move = z.strictObject({
  from: target,
  to: target,
  reason: words.optional(),
  code: reasonCode.optional(),
  requestedBy: key.optional(),
  decidedBy: key.optional(),
  date: day.optional(),
})

export const taskStates = ['planned', 'in-progress', 'waiting', 'blocked', 'done', 'cancelled'] as const
const state = z.strictObject({
  state: z.enum(taskStates),
  date: day,
  reason: words.optional(),
  code: reasonCode.optional(),
  waitingOn: key.optional(),
})
const evidence = z
  .strictObject({
    names: words,
    url: url.optional(),
    date: day.optional(),
    by: key.optional(),
    verifiedBy: key.optional(),
    verified: day.optional(),
  })
  .meta({ id: 'Evidence' })

export const milestoneTypes = ['delivery', 'process-change', 'product', 'report'] as const
export const taskMeasureKinds = ['completion', 'publication', 'count', 'share', 'improvement', 'elsewhere'] as const

export const task = z
  .strictObject({
    key,
    code: text.optional().describe('Number the programme itself uses'),
    kind: z.enum(['activity', 'milestone']),
    type: z.enum(milestoneTypes).optional(),
    names: words,
    objectives: z.array(key).optional(),
    parent: key.optional(),
    responsible: z.array(key).optional(),
    accountable: z.array(key).optional().describe('More than one where the source names several and singles out none'),
    consulted: z.array(key).optional(),
    informed: z.array(key).optional(),
    appliesTo: z
      .array(z.strictObject({ organisation: key, obligation: z.enum(['required', 'encouraged']) }))
      .optional()
      .describe('Who must do it, each in its own field; usually collectives'),
    measures: z.array(z.strictObject({ kind: z.enum(taskMeasureKinds), names: words })).optional(),
    starts: day.optional(),
    baselineTarget: target.optional().describe('The first one; never changes'),
    currentTarget: target.optional().describe('Absent: never moved'),
    moves: z.array(move).optional(),
    reporting: z.array(key).optional(),
    inherited: z
      .array(z.strictObject({ field: z.enum(['target', 'reporting']), from: key }))
      .optional()
      .describe('The source says "see above": taken over from this task'),
    effort: z.strictObject({ amount, unit: z.enum(['hour', 'person-day', 'person-month']) }).optional(),
    budget: money.optional(),
    targetGroup: words.optional(),
    service: key.optional(),
    territory: key.optional(),
    states: z.array(state).optional(),
    handovers: z.array(z.strictObject({ from: key, to: key, date: day, reason: words.optional() })).optional(),
    evidence: z.array(evidence).optional(),
    class: classOfRecord.optional(),
  })
  .meta({ id: 'Task' })

/** Scale of the Open Government Partnership's Independent Reporting Mechanism. */
export const commitmentOutcomes = ['not-started', 'limited', 'substantial', 'complete', 'withdrawn', 'unclear'] as const
export const commitment = z
  .strictObject({
    key,
    party: key,
    names: words,
    quantity: z.strictObject({ amount: z.number(), unit: text }).optional(),
    money: money.optional(),
    firstDue: target.optional().describe('Never changes'),
    currentDue: target.optional().describe('Absent: never moved'),
    objectives: z.array(key).optional(),
    tasks: z.array(key).optional(),
    outcome: z.strictObject({ status: z.enum(commitmentOutcomes), date: day.optional(), raw }).optional(),
    evidence: z.array(evidence).optional(),
    class: classOfRecord.optional(),
  })
  .meta({ id: 'Commitment' })

export const question = z
  .strictObject({
    key,
    task: key,
    names: words,
    reportedTotal: z
      .number()
      .optional()
      .describe('Total printed by the source, which may count more bodies than it lists'),
    source: url.optional(),
  })
  .meta({ id: 'Question' })
export const answerValues = ['yes', 'no', 'partial'] as const
export const answer = z
  .strictObject({
    question: key,
    organisation: key,
    value: z.enum(answerValues),
    raw: z.string().optional(),
    date: day.optional(),
  })
  .meta({ id: 'Answer' })
