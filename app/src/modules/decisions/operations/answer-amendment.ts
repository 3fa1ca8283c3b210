import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { amended } from '../decision.ts'
import { mayAnswerAmendment } from '../rules.ts'
import { readParts } from '../store/parts.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, sentence, wrong } from './acting.ts'

const longest = 4000

/** Accepted words enter the option as they were proposed, as its next version; the earlier ones stay. */
export const answerAmendment = operation({
  name: 'answer-amendment',
  summary: both('Menerima atau menolak usulan perubahan', 'Accepts or declines an amendment'),
  input: z.strictObject({
    decision,
    amendment: z.uuid(),
    accepted: z.enum(['yes', 'no']),
    /** Whose text the words enter; asked for where they are accepted. */
    option: z.uuid().optional(),
    reason: sentence,
  }),
  load: loadFacts,
  policy: (actor, subject) => mayAnswerAmendment(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    const by = { actor, now, today }
    const { amendments, options, versions } = await readParts(tx, subject.id)
    const asked = amendments.find((one) => one.id === input.amendment && one.answer === null)
    if (!asked) return refused(wrong('amendment', 'answeredAmendment'))
    const accepted = input.accepted === 'yes'
    const option = accepted ? options.find((one) => one.id === input.option) : undefined
    if (accepted && !option) return refused(wrong('option', 'otherOption'))
    const body = option ? amended(option.body, asked) : ''
    if (body.length > longest) return refused(wrong('option', 'longOption'))
    const of = { decision_id: subject.id, amendment_id: asked.id }
    await addDetail(tx, by, 'amendment_answers', {
      ...of,
      answer: accepted ? 'accepted' : 'declined',
      reason: input.reason,
    })
    if (option) {
      const number = 1 + versions.filter((one) => one.option_id === option.id).length
      await addDetail(tx, by, 'option_versions', { ...of, option_id: option.id, number, body })
    }
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    const payload = { amendment: asked.id, accepted, option: option?.id ?? null }
    return changed(done, decisionEvent('amendment.answered', subject, version, payload))
  },
})
