import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { says as inWords } from '#kernel/problems.ts'
import { both } from '#kernel/reason.ts'
import { mayMakeCommitment } from '../commitment.ts'
import { binds } from '../party.ts'
import { says } from '../rules.ts'
import { addCommitment } from '../store/commitments.ts'
import { allParties } from '../store/parties.ts'
import { readProgramme } from '../store/programmes.ts'
import { commitmentEvent } from './commitment-subject.ts'

const withoutUnit = { path: ['unit'], ...inWords(says((words) => words.unitMissing)) }

const input = z
  .object({
    slug: z.string(),
    organisationId: z.uuid(),
    title: z.string().trim().min(1).max(500),
    amount: z.number().min(0).optional(),
    unit: z.string().trim().min(1).max(60).optional(),
    money: z.number().min(0).optional(),
    firstDue: z.iso.date(),
    expectedEvidence: z.string().trim().min(1).max(1000).optional(),
    class: z.enum(['public', 'members']).default('public'),
    lang: z.enum(['id', 'en']).default('id'),
  })
  .strict()
  .refine((one) => one.amount === undefined || one.unit !== undefined, withoutUnit)

/** A promise of a party with its first date, which nobody can change afterwards. */
export const makeCommitment = operation({
  name: 'make-commitment',
  summary: both('Mencatat janji satu pihak', 'Record the commitment of a party'),
  input,
  load: (tx, { slug }) => readProgramme(tx, slug),
  policy: (actor, programme, { organisationId }) => mayMakeCommitment(actor, programme, organisationId),
  async change(tx, { actor, input, subject, now, today }) {
    const party = (await allParties(tx, subject.id)).find((one) => one.organisation_id === input.organisationId)
    if (!party || party.until !== null) {
      return refused(
        problem(
          'organisationId',
          'not-a-party',
          says((words) => words.notAParty),
        ),
      )
    }
    if (!binds(party.role)) {
      return refused(
        problem(
          'organisationId',
          'does-not-promise',
          says((words) => words.observersDoNotPromise),
        ),
      )
    }
    if (input.firstDue < today) return refused(inThePast)
    const commitment = { ...rowOf(input), id: newId(now), programme_id: subject.id, owner_id: party.organisation_id }
    await addCommitment(tx, { ...commitment, created_at: now, created_by: personOf(actor) })
    const event = commitmentEvent('commitment.made', { ...commitment, version: 1 }, { firstDue: input.firstDue })
    return changed({ id: commitment.id, slug: subject.slug }, event)
  },
})

const inThePast = problem(
  'firstDue',
  'in-the-past',
  says((words) => words.inThePast),
)

function rowOf(promise: z.output<typeof input>) {
  const { title, amount = null, unit = null, money = null, firstDue, expectedEvidence = null, lang } = promise
  const due = { first_due: firstDue, current_due: firstDue }
  const value = { amount, unit: amount === null ? null : unit, money, currency: money === null ? null : 'IDR' }
  return { title, title_en: null, ...value, ...due, expected_evidence: expectedEvidence, class: promise.class, lang }
}
