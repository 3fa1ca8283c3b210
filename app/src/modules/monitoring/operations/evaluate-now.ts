import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import type { Engine } from '../engine.ts'
import { evaluateProgramme, type JobDeps } from '../evaluate.ts'
import { mayEvaluateNow } from '../rules.ts'
import { wrong } from './acting.ts'

/** The job reads and keeps the preview, in a transaction of its own; this operation says who asked for it. */
export const evaluateNow = (engine: Engine, deps: JobDeps) =>
  operation({
    name: 'evaluate-now',
    summary: both('Menghitung pratinjau indikator dan hambatan', 'Compute a preview of indicators and obstacles'),
    input: z.object({ programme: z.string(), at: z.iso.date().optional() }).strict(),
    load: (tx, input) => engine.programmes.bySlug(tx, input.programme),
    policy: (actor, programme) => mayEvaluateNow(actor, programme),
    async change(_tx, { actor, input, subject: programme, now, today }) {
      const at = input.at ?? programme.evaluate_at ?? today
      if (at > today) return refused(wrong('at', 'future-day'))
      const asked = { now, askedBy: personOf(actor) }
      const evaluated = await evaluateProgramme(engine, deps, programme.id, at, 'preview', asked)
      if (!evaluated) return refused(wrong('', 'not-readable'))
      return changed(
        { evaluation: evaluated.id, at },
        {
          name: 'evaluation.requested',
          programmeId: programme.id,
          ownerId: programme.owner_id,
          class: 'members',
          subjectKind: 'evaluation',
          subjectId: evaluated.id,
          payload: { at, kind: 'preview' },
        },
      )
    },
  })
