import { z } from 'zod'
import { amount, classOfRecord, day, key, lang, month, text, url, words } from './exchange-parts.ts'
import { answer, commitment, question, type target, task } from './exchange-tasks.ts'

/**
 * The programme exchange format, `mufakat-programme/1`: one JSON file carries one joint programme.
 * Written by `mufakat export programme`, read by `mufakat import programme`. This schema is the source;
 * docs/programme-exchange.schema.json is generated from it and docs/programme-exchange.md explains it.
 * A fact that is not known is absent: no field has a default.
 */
export const exchangeFormat = 'mufakat-programme/1'

const source = z.strictObject({ title: text, url, licence: text.optional(), revision: text.optional() })

const programme = z
  .strictObject({
    slug: key,
    owner: key.optional().describe('Organisation that answers for the programme; usually the lead party'),
    names: words,
    lang: lang.describe('Language the programme is run in'),
    summary: words.optional(),
    status: z.enum(['preparing', 'running', 'finished', 'stopped']),
    period: z.strictObject({ from: day, to: day.optional() }).optional(),
    place: words.optional().describe('Where it takes place, in words'),
    country: z.string().length(2).optional(),
    example: text.optional().describe('Words of the mark that every page shows where the records are samples'),
    source: source.optional(),
    evaluateAt: day.optional().describe('Indicators of a past programme are evaluated as of this date'),
  })
  .meta({ id: 'Programme' })

export const organisationKinds = ['agency', 'legislature', 'non-profit', 'business', 'university', 'community'] as const

const organisation = z
  .strictObject({
    key,
    name: text.describe('Official name'),
    lang,
    names: words.optional().describe('Only where a translation is in use'),
    acronyms: z.array(text).optional(),
    formerNames: z.array(text).optional(),
    kind: z.enum(organisationKinds),
    parent: key.optional(),
    founded: day.optional(),
    dissolved: day.optional(),
    mergedInto: key.optional(),
    collective: z.boolean().optional().describe('true: a set of bodies named together, not one legal body'),
    members: z.array(key).optional().describe('Of a collective: the members this file knows'),
    membersComplete: z.boolean().optional(),
    identifiers: z.array(z.strictObject({ scheme: text, id: text })).optional(),
    country: z.string().length(2).optional(),
    url: url.optional(),
  })
  .meta({ id: 'Organisation' })

const party = z
  .strictObject({
    organisation: key,
    role: z.enum(['lead', 'member', 'observer', 'oversight']),
    since: day.optional(),
    until: day.optional(),
  })
  .meta({ id: 'Party' })

const charter = z
  .strictObject({
    version: z.int().positive(),
    adopted: day.optional(),
    purpose: words.optional(),
    mandate: words.optional(),
    legalBasis: z.array(z.strictObject({ title: text, lang, url: url.optional() })).optional(),
    decisionRule: z.enum(['consensus', 'consensus-then-majority', 'majority', 'two-thirds', 'lead-decides']).optional(),
    quorum: z.number().min(0).max(1).optional().describe('Share of the voting parties'),
    cadence: z.strictObject({ every: amount, unit: z.enum(['week', 'month', 'quarter', 'year']) }).optional(),
    publishable: z.array(text).optional().describe('Record classes the parties agreed to publish'),
    officeTerm: z.strictObject({ office: words, ends: day }).optional(),
    posts: z
      .array(z.strictObject({ key, title: words, organisation: key.optional(), vacantSince: day.optional() }))
      .optional()
      .describe('Roles of the coordination team; no names of people'),
    signatures: z.array(z.strictObject({ organisation: key, signed: day, byHead: z.boolean().optional() })).optional(),
  })
  .meta({ id: 'Charter' })

const service = z.strictObject({ key, names: words }).meta({ id: 'Service' })
const territory = z
  .strictObject({
    key,
    names: words,
    code: z.strictObject({ scheme: text, id: text }).optional().describe('e.g. scheme "kemendagri", id "33.02"'),
    parent: key.optional(),
    organisation: key.optional().describe('Set where the place is the field of one organisation, not a map area'),
  })
  .meta({ id: 'Territory' })
const cell = z
  .strictObject({
    service: key,
    territory: key,
    accountable: z
      .array(key)
      .optional()
      .describe('Allocated in the charter itself; added to the accountable bodies of the tasks in this cell'),
    task: key.optional().describe('The task that makes the cell required'),
  })
  .meta({ id: 'Cell' })

const measure = z
  .strictObject({
    key,
    names: words,
    unit: text.optional(),
    baseline: z.number().optional(),
    target: z.number().optional(),
    owner: key.optional(),
    weight: amount.optional(),
    observations: z
      .array(z.strictObject({ date: day, value: z.number(), note: words.optional(), source: url.optional() }))
      .optional(),
  })
  .meta({ id: 'Measure' })
const objective = z
  .strictObject({
    key,
    code: text.optional().describe('Number the programme itself uses'),
    names: words,
    category: words.optional(),
    summary: words.optional(),
    owner: key.optional().describe('Absent: shared by all parties'),
    parent: key.optional(),
    weight: amount.optional(),
    measures: z.array(measure).optional(),
    links: z
      .array(z.strictObject({ kind: z.enum(['supports', 'conflicts', 'duplicates']), to: key, note: words.optional() }))
      .optional(),
    class: classOfRecord.optional(),
  })
  .meta({ id: 'Objective' })

export const programmeExchange = z
  .strictObject({
    format: z.literal(exchangeFormat),
    programme,
    organisations: z.array(organisation),
    parties: z.array(party).optional(),
    charters: z.array(charter).optional(),
    services: z.array(service).optional(),
    territories: z.array(territory).optional(),
    cells: z.array(cell).optional().describe('Service × territory the charter requires to be covered'),
    objectives: z.array(objective).optional(),
    reportingMechanisms: z.array(z.strictObject({ key, names: words })).optional(),
    tasks: z.array(task).optional(),
    commitments: z.array(commitment).optional(),
    capacities: z.array(z.strictObject({ organisation: key, month, hours: z.number().nonnegative() })).optional(),
    questions: z.array(question).optional(),
    answers: z.array(answer).optional(),
  })
  .meta({ title: 'Mufakat programme exchange format, version 1' })

export type ProgrammeExchange = z.infer<typeof programmeExchange>
export type ExchangeOrganisation = z.infer<typeof organisation>
export type ExchangeObjective = z.infer<typeof objective>
export type ExchangeTask = z.infer<typeof task>
export type ExchangeTarget = z.infer<typeof target>
export type ExchangeCommitment = z.infer<typeof commitment>
export type ExchangeWords = z.infer<typeof words>

/** JSON Schema (draft 2020-12) of the format, as printed in docs/. */
export function programmeExchangeJsonSchema(): object {
  return z.toJSONSchema(programmeExchange, { target: 'draft-2020-12', io: 'input' })
}
