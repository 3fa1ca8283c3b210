import { z } from 'zod'
import { seatsIn } from '#kernel/access.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAsk } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, sentence, wrong } from './acting.ts'

export const askQuestion = operation({
  name: 'ask-question',
  summary: both('Bertanya tentang perkara yang akan diputus', 'Asks about the matter to be decided'),
  input: z.strictObject({ decision, body: sentence }),
  load: loadFacts,
  policy: (actor, subject) => mayAsk(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const seat = seatsIn(actor, subject.programme_id)[0]
    if (!seat) return refused(wrong('body', 'otherParty'))
    const row = { decision_id: subject.id, organisation_id: seat.organisationId, body: input.body }
    const question = await addDetail(tx, { actor, now, today }, 'decision_questions', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('decision.questioned', subject, version, { question }))
  },
})
