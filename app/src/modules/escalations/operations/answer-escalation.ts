import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeById } from '#modules/programmes/public.ts'
import { answerKinds, headedBy, mayAnswerEscalation } from '../escalation.ts'
import type { EscalationLinks } from '../links.ts'
import { addAnswer, touch } from '../store/write.ts'
import { type Done, escalationEvent, loadFacts, wrong } from './acting.ts'

/** A head answers for the own party: settled so, taken to a decision of the programme, or declined. */
export const answerEscalation = (links: EscalationLinks) =>
  operation({
    name: 'answer-escalation',
    summary: both('Menjawab perkara yang dinaikkan', 'Answers a matter brought to the heads'),
    input: z.strictObject({
      escalation: z.uuid(),
      party: z.uuid().optional(),
      kind: z.enum(answerKinds),
      reason: z.string().trim().min(1).max(4000),
      decision: z.uuid().optional(),
    }),
    load: loadFacts,
    policy: (actor, subject) => mayAnswerEscalation(actor, subject),
    async change(tx, { actor, input, subject, now, today }) {
      const party = headedBy(actor, subject).find((one) => one === (input.party ?? one))
      if (!party) return refused(wrong('party', 'otherParty'))
      if (input.kind === 'decision' && !input.decision) return refused(wrong('decision', 'noDecision'))
      if (input.kind !== 'decision' && input.decision) return refused(wrong('decision', 'strayDecision'))
      const programme = input.decision ? await programmeById(tx, subject.programme_id) : undefined
      const choices = programme ? await links.choices(tx, programme, 'id') : []
      if (input.decision && !choices.some((one) => one.kind === 'decision' && one.id === input.decision))
        return refused(wrong('decision', 'otherRecord'))
      const answer = { organisation_id: party, kind: input.kind, reason: input.reason }
      await addAnswer(tx, { actor, now, today }, subject.id, { ...answer, decision_id: input.decision ?? null })
      const version = await touch(tx, subject)
      const done: Done = { escalation: subject.id }
      const payload = { organisation: party, kind: input.kind, decision: input.decision ?? null }
      return changed(done, escalationEvent('escalation.answered', subject, version, payload))
    },
  })
