import { z } from 'zod'
import { grounds } from '#kernel/grounds.ts'
import { operation, refused } from '#kernel/operation.ts'
import type { Problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { confided, links, linksIn, request } from '../fields.ts'
import { answers } from '../request.ts'
import { mayAnswer } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts, wrong } from './acting.ts'

const parts = ['withheld', 'harm', 'weighing', 'partial'] as const

const input = z.strictObject({
  request,
  outcome: z.enum(answers),
  answer: confided(10_000).optional(),
  links,
  ground: z.enum(grounds).optional(),
  withheld: confided(2000).optional(),
  harm: confided(4000).optional(),
  weighing: confided(4000).optional(),
  partial: confided(4000).optional(),
  elsewhere: confided(2000).optional(),
})
type Sent = z.output<typeof input>

/** In full, in part, refused, or not held. Nothing is withheld without ground, harm, weighing and a look at what can be opened. */
export const answerRequest = operation({
  name: 'answer-information-request',
  summary: both('Menjawab permintaan informasi', 'Answers an information request'),
  input,
  load: loadFacts,
  policy: (actor, of) => mayAnswer(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    const given = linksIn(input.links)
    const problems = [...lacking(input), ...(given ? [] : [wrong('links', 'badLinks')])]
    if (problems.length > 0) return refused(...problems)
    const by = { actor, now, keys }
    const withholds = withholding(input)
    await addText(tx, by, subject.id, 'answer', input.answer, given)
    if (withholds) for (const part of parts) await addText(tx, by, subject.id, part, input[part])
    if (input.outcome === 'not-held') await addText(tx, by, subject.id, 'elsewhere', input.elsewhere)
    const ground = withholds ? input.ground! : null
    const answered = await addStep(tx, by, subject.id, { kind: 'answered', outcome: input.outcome, ground })
    return done('answered', answered, { outcome: input.outcome, ground, dueOn: subject.due_on })
  },
})

function withholding({ outcome }: Sent): boolean {
  return outcome === 'partial' || outcome === 'refused'
}

function lacking(sent: Sent): Problem[] {
  const found: Problem[] = []
  const gives = sent.answer || sent.links?.trim()
  if ((sent.outcome === 'full' || sent.outcome === 'partial') && !gives) found.push(wrong('answer', 'noAnswer'))
  if (withholding(sent)) {
    if (!sent.ground) found.push(wrong('ground', 'noGround'))
    for (const part of parts) if (!sent[part]) found.push(wrong(part, part))
  }
  if (sent.outcome === 'not-held' && !sent.elsewhere) found.push(wrong('elsewhere', 'elsewhere'))
  return found
}
