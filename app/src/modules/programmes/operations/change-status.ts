import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayChangeStatus, programmeStatuses } from '../programme.ts'
import { charterTerms } from '../public.ts'
import { addStatusChange, changeProgramme } from '../store/programmes.ts'
import { lockedProgramme } from './locked-programme.ts'

/** A new state is a row with its reason; the column beside it is for reading. */
export const changeStatus = operation({
  name: 'change-status',
  summary: both('Mengubah keadaan program', 'Change the state of a programme'),
  input: z
    .object({ slug: z.string(), to: z.enum(programmeStatuses), reason: z.string().trim().min(1).max(1000) })
    .strict(),
  async load(tx, { slug }) {
    const programme = await lockedProgramme(tx, slug)
    return programme && { ...programme, charterInForce: (await charterTerms(tx, programme.id)) !== undefined }
  },
  policy: (actor, programme, { to }) => mayChangeStatus(actor, programme, to, programme.charterInForce),
  async change(tx, { actor, input, subject, now, today }) {
    const change = { from_status: subject.status, to_status: input.to, reason: input.reason, lang: subject.lang }
    const origin = { id: newId(now), created_at: now, created_by: personOf(actor) }
    await addStatusChange(tx, subject.id, { ...change, on_day: today, ...origin })
    const version = await changeProgramme(tx, subject.id, { status: input.to })
    return changed(
      { slug: subject.slug, status: input.to },
      {
        name: 'programme.status-changed',
        programmeId: subject.id,
        ownerId: subject.owner_id,
        class: subject.class,
        subjectKind: 'programme',
        subjectId: subject.id,
        subjectVersion: version,
        payload: { from: subject.status, to: input.to },
      },
    )
  },
})
