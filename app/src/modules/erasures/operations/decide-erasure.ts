import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { erasureEvent, mayDecide, refusalGrounds } from '../erasure.ts'
import { readErasure, reasonPlace } from '../store/read.ts'
import { addDecision } from '../store/write.ts'
import { words } from '../words.ts'

const missing = (field: 'ground' | 'reason') => problem(field, field, (lang) => words[lang].problem[field])

/** The information officer erases, or refuses on a ground of law; what is refused is limited. */
export const decideErasure = operation({
  name: 'decide-erasure',
  summary: both('Memutus permintaan penghapusan data', 'Decides on a request for erasure'),
  input: z.strictObject({
    erasure: z.uuid(),
    outcome: z.enum(['erase', 'refuse']),
    ground: z.enum(refusalGrounds).optional(),
    reason: z.string().trim().max(2000).optional(),
  }),
  stepUp: true,
  // The reason is sealed for whoever asked.
  publishedTexts: () => [],
  async load(tx, { erasure }) {
    await lock(tx, erasure)
    return readErasure(tx, erasure)
  },
  policy: (actor, of) => mayDecide(actor, of),
  async change(tx, { actor, input, subject, now, keys }) {
    const by = personOf(actor)!
    const { id } = subject
    if (input.outcome === 'erase') {
      await addDecision(tx, { id, by }, now)
      return changed({ id }, erasureEvent('granted', id))
    }
    const { ground, reason } = input
    if (!ground) return refused(missing('ground'))
    if (!reason) return refused(missing('reason'))
    const key = await keys.of(subject.subject.id, now)
    await addDecision(tx, { id, by, refused: { ground, sealed: key.seal(reasonPlace(id), reason) } }, now)
    return changed({ id }, erasureEvent('refused', id, { ground }))
  },
})
