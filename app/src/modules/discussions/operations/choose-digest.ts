import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayFollow } from '../comment.ts'
import { rhythms } from '../following.ts'
import { addRhythm } from '../store/own-choices.ts'
import { ownEvent } from './subject.ts'

export const chooseDigest = operation({
  name: 'choose-digest',
  summary: both('Memilih seberapa sering ringkasan dikirim', 'Chooses how often the digest is sent'),
  input: z.strictObject({ rhythm: z.enum(rhythms) }),
  load: async (_tx, _input, { actor }): Promise<{ actor: Actor }> => ({ actor }),
  policy: (actor) => mayFollow(actor),
  async change(tx, { actor, input, now }) {
    const personId = personOf(actor)!
    await addRhythm(tx, { personId, now }, input.rhythm)
    return changed({ rhythm: input.rhythm }, ownEvent('digest.chosen', personId))
  },
})
