import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { mayState } from '../objective.ts'
import { readObjective } from '../store/read.ts'
import { addObjective } from '../store/write.ts'
import { words } from '../words.ts'

export const stateObjective = operation({
  name: 'state-objective',
  summary: both('Menetapkan sasaran bersama atau sasaran instansi', 'States a shared objective or an agency’s own'),
  input: z.strictObject({
    slug: z.string(),
    scope: z.enum(['shared', 'agency']),
    ownerId: z.uuid().optional(),
    parentId: z.uuid().optional(),
    code: z.string().max(40).optional(),
    title: z.string().min(1).max(300),
    titleEn: z.string().max(300).optional(),
    summary: z.string().max(4000).optional(),
    weight: z.number().positive().max(1000).optional(),
    lang: z.enum(['id', 'en']).optional(),
    class: z.enum(['public', 'members']).default('public'),
  }),
  load: (tx, input) => programmeBySlug(tx, input.slug),
  policy: (actor, programme, input) => mayState(actor, programme.id, input.scope, input.ownerId ?? programme.owner_id),
  async change(tx, { actor, input, subject: programme, now }) {
    const parent = input.parentId ? await readObjective(tx, programme.id, input.parentId) : undefined
    if (input.parentId && !parent)
      return refused(problem('parentId', 'other-programme', (lang) => words[lang].otherProgramme))
    const ownerId = input.scope === 'shared' ? programme.owner_id : (input.ownerId ?? programme.owner_id)
    const id = await addObjective(
      tx,
      { actor, now },
      { ...input, programmeId: programme.id, ownerId, lang: input.lang ?? 'id' },
    )
    return changed(
      { slug: programme.slug, id },
      {
        name: 'objective.stated',
        programmeId: programme.id,
        ownerId,
        class: input.class,
        subjectKind: 'objective',
        subjectId: id,
        subjectVersion: 1,
        payload: { scope: input.scope, weight: input.weight ?? 1 },
      },
    )
  },
})
