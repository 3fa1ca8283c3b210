import { z } from 'zod'
import { operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { confided, links, linksIn, request } from '../fields.ts'
import { mayReturn } from '../rules.ts'
import { addStep, addText } from '../store/write.ts'
import { done, loadFacts, wrong } from './acting.ts'

/** What the holding party gives the information officer for the answer. */
export const returnMaterial = operation({
  name: 'return-information',
  summary: both('Menyerahkan bahan jawaban kepada PPID', 'Gives the information officer what the answer needs'),
  input: z.strictObject({ request, material: confided(10_000), links }),
  load: loadFacts,
  policy: (actor, of) => mayReturn(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    const given = linksIn(input.links)
    if (!given) return refused(wrong('links', 'badLinks'))
    await addText(tx, { actor, now, keys }, subject.id, 'material', input.material, given)
    const returned = await addStep(tx, { actor, now }, subject.id, { kind: 'returned' })
    return done('returned', returned, { by: subject.holder_id })
  },
})
