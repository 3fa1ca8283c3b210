import { z } from 'zod'
import { changed, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { because, mayMarkAnswer } from '../comment.ts'
import { readFacts } from '../store/read-comments.ts'
import { addAnswer } from '../store/write-comments.ts'
import { words } from '../words.ts'
import { oneComment } from './input.ts'
import { commentEvent, loadComment } from './subject.ts'

export const markAnswer = operation({
  name: 'mark-answer',
  summary: both('Menandai balasan yang menjawab pertanyaan', 'Marks the reply that answers a question'),
  input: z.strictObject({ ...oneComment, answer: z.uuid() }),
  load: loadComment,
  policy: (actor, question) => mayMarkAnswer(actor, question),
  async change(tx, { actor, input, subject: question, now }) {
    const answer = await readFacts(tx, input.answer)
    if (answer?.parent_id !== question.id || answer.hidden)
      return refused(problem('answer', 'no-reply', (lang) => words[lang].problem.noReply))
    if (!(await addAnswer(tx, { actor, now }, question.id, answer.id)))
      return refusedBecause(because('marked-before', (say) => say.markedBefore))
    const event = commentEvent('question.answered', question.id, question.subject, { answer: answer.id })
    return changed({ slug: input.slug, thread: question.id, id: answer.id }, event)
  },
})
