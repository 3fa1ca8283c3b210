import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayDeliberate } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, party, sentence, speaksFor, wrong } from './acting.ts'

export const proposeAmendment = operation({
  name: 'propose-amendment',
  summary: both('Mengusulkan perubahan satu klausul', 'Proposes other words for one clause'),
  input: z.strictObject({
    decision,
    party,
    /** The wording that this one answers; it names the clause. */
    revises: z.uuid().optional(),
    clause: z.string().trim().max(120).optional(),
    body: z.string().trim().min(1).max(4000),
    reason: sentence,
  }),
  load: loadFacts,
  policy: (actor, subject) => mayDeliberate(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const organisation_id = speaksFor(actor, subject, input.party)
    if (!organisation_id) return refused(wrong('party', 'otherParty'))
    const before = input.revises
      ? (await readParts(tx, subject.id)).amendments.find((one) => one.id === input.revises)
      : undefined
    if (input.revises && !before) return refused(wrong('revises', 'otherAmendment'))
    const clause = before?.clause ?? input.clause
    if (!clause) return refused(wrong('clause', 'noClause'))
    const row = { decision_id: subject.id, organisation_id, clause, body: input.body, reason: input.reason }
    const amendment = await addDetail(tx, { actor, now, today }, 'amendments', {
      ...row,
      revises_id: before?.id ?? null,
    })
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const payload = { amendment, organisation: organisation_id, revises: before?.id ?? null }
    return changed(done, decisionEvent('amendment.proposed', subject, version, payload))
  },
})
