import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import type { ProgrammeReader } from '../programme-reader.ts'
import { maySetThreshold } from '../rules.ts'
import { addThreshold } from '../store/thresholds.ts'
import { lang, sentence, wrong } from './acting.ts'
import { thresholdColumns } from './threshold-input.ts'

const input = z
  .object({
    programme: z.string(),
    subject: z.string().regex(/^([EFTIPAS][1-9]|D[1-9][0-9]?\.[a-f])$/),
    good: z.number().optional(),
    poor: z.number().optional(),
    threshold: z.number().optional(),
    nMin: z.number().int().min(1).max(100).optional(),
    source: z.string().trim().min(1).max(300),
    since: z.iso.date(),
    reason: sentence,
    lang,
  })
  .strict()

/** Numbers in the unit shown: per cent for shares. */
export const setThreshold = (programmes: ProgrammeReader) =>
  operation({
    name: 'set-threshold',
    summary: both('Menetapkan ambang suatu indikator atau syarat', 'Set the threshold of an indicator or condition'),
    input,
    async load(tx, { programme, subject }) {
      const head = await programmes.bySlug(tx, programme)
      if (head) await lock(tx, head.id)
      return head && { ...head, version: undefined, subject }
    },
    policy: (actor, programme) => maySetThreshold(actor, programme),
    async change(tx, { actor, input, subject: programme, now, today }) {
      const set = thresholdColumns(input)
      const problems = 'problems' in set ? set.problems : []
      if (input.since < today) problems.push(wrong('since', 'past-day'))
      if (problems.length > 0 || 'problems' in set) return refused(...problems)
      const id = newId(now)
      const about = { programme_id: programme.id, owner_id: programme.owner_id, class: programme.class }
      const { subject, source, reason, since } = input
      const stamp = { created_at: now, created_by: personOf(actor) }
      await addThreshold(tx, { id, ...about, ...set, subject, source, reason, since, lang: input.lang, ...stamp })
      return changed(
        { threshold: id, subject },
        {
          name: 'threshold.set',
          programmeId: programme.id,
          ownerId: programme.owner_id,
          class: programme.class,
          subjectKind: 'threshold',
          subjectId: id,
          payload: { subject, since, ...set },
        },
      )
    },
  })
