import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, token } from '../fields.ts'
import { objectionGrounds } from '../request.ts'
import { mayObject } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { doneUnsigned, loadOwn, wrong } from './acting.ts'

/** To the superior of the information officer, on one of seven grounds. */
export const objectToAnswer = operation({
  name: 'object-to-information-answer',
  summary: both('Mengajukan keberatan kepada atasan PPID', 'Objects to the superior of the information officer'),
  input: z.strictObject({ token, ground: z.enum(objectionGrounds), reason: confided(4000) }),
  load: loadOwn,
  policy: (actor, of, _input, now) => mayObject(actor, of, jakartaDate(now)),
  async change(tx, { actor, input, subject, now, keys }) {
    const late = input.ground === '35c' || input.ground === '35g'
    if (!subject.answered_on && !late) return refused(wrong('ground', 'groundNeedsAnswer'))
    const by = { actor, now, keys, unnamed: true }
    await addText(tx, by, subject.id, 'objection', input.reason)
    const objected = await addStep(tx, by, subject.id, { kind: 'objected', ground: input.ground })
    return doneUnsigned('objected', objected, { ground: input.ground, dueOn: objected.objection_due_on })
  },
})
