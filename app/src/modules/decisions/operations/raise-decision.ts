import { z } from 'zod'
import { actsFor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { charterTerms, partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import type { CharterRule } from '../decision.ts'
import { mayRaise } from '../rules.ts'
import { readDecision } from '../store/facts.ts'
import { addDecision } from '../store/write.ts'
import { type Done, decisionEvent, wrong } from './acting.ts'

/** Half of the parties where the charter names no quorum. */
const usualQuorum = 0.5

export const raiseDecision = operation({
  name: 'raise-decision',
  summary: both('Mengajukan pertanyaan untuk diputus bersama', 'Raises a question to be decided together'),
  input: z.strictObject({
    programme: z.string(),
    party: z.uuid().optional(),
    question: z.string().trim().min(1).max(300),
    questionEn: z.string().trim().max(300).optional(),
    background: z.string().trim().min(1).max(6000),
    class: z.enum(['public', 'members']).default('public'),
    lang: z.enum(['id', 'en']).default('id'),
    reverses: z.uuid().optional(),
  }),
  async load(tx, input, { now }) {
    const programme = await programmeBySlug(tx, input.programme)
    if (!programme) return undefined
    await lock(tx, programme.id)
    const today = jakartaDate(now)
    const [terms, parties] = await Promise.all([charterTerms(tx, programme.id), partiesOn(tx, programme.id, today)])
    const voting = parties.filter((one) => one.role === 'lead' || one.role === 'member')
    return {
      programme_id: programme.id,
      programme_status: programme.status,
      parties: voting.map((one) => one.organisationId),
      rule: (terms?.decisionRule ?? null) as CharterRule | null,
      quorum: terms?.quorum ?? usualQuorum,
      charter: terms?.number ?? 0,
    }
  },
  policy: (actor, subject) => mayRaise(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const { programme_id, parties } = subject
    const owner = parties.filter((one) => actsFor(actor, programme_id, one)).find((one) => one === (input.party ?? one))
    if (!owner) return refused(wrong('party', 'otherParty'))
    const undone = input.reverses ? await readDecision(tx, input.reverses) : undefined
    if (input.reverses && (undone?.programme_id !== programme_id || undone.state !== 'decided'))
      return refused(wrong('reverses', 'notDecided'))
    const texts = { question: input.question, question_en: input.questionEn ?? null, background: input.background }
    const rules = { rule: subject.rule!, quorum: subject.quorum, charter_number: subject.charter }
    const told = { programme_id, owner_id: owner, class: input.class, lang: input.lang }
    const reverses_id = undone?.id ?? null
    const { id, number } = await addDecision(tx, { actor, now, today }, { ...told, ...texts, ...rules, reverses_id })
    const payload = { number, rule: rules.rule, ...(reverses_id ? { reverses: reverses_id } : {}) }
    const done: Done = { decision: id, version: 1 }
    return changed(done, decisionEvent('decision.raised', { ...told, id }, 1, payload))
  },
})
