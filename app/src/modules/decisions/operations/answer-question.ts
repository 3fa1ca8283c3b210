import { z } from 'zod'
import { seatsIn } from '#kernel/access.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayAsk } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

export const answerQuestion = operation({
  name: 'answer-question',
  summary: both('Menjawab pertanyaan tentang perkara', 'Answers a question about the matter'),
  input: z.strictObject({ decision, question: z.uuid(), body: z.string().trim().min(1).max(4000) }),
  load: loadFacts,
  policy: (actor, subject) => mayAsk(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const seat = seatsIn(actor, subject.programme_id)[0]
    const asked = (await readParts(tx, subject.id)).questions.find((one) => one.id === input.question)
    if (!seat || !asked) return refused(wrong('question', 'otherQuestion'))
    const row = {
      decision_id: subject.id,
      question_id: asked.id,
      organisation_id: seat.organisationId,
      body: input.body,
    }
    await addDetail(tx, { actor, now, today }, 'decision_answers', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('decision.answered', subject, version, { question: asked.id }))
  },
})
