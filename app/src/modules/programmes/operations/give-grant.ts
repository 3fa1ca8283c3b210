import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { addDays } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayGiveGrant, says } from '../rules.ts'
import { addGrant, grantsOf } from '../store/seats.ts'
import { lockedProgramme } from './locked-programme.ts'

/** Need-to-know: one person, one record, for a purpose, until a day. */
export const giveGrant = operation({
  name: 'give-grant',
  summary: both('Memberi akses satu catatan kepada seseorang', 'Open one record to a person'),
  stepUp: true,
  input: z
    .object({
      slug: z.string(),
      recordId: z.uuid(),
      personId: z.uuid(),
      why: z.string().trim().min(1).max(500),
      until: z.iso.date(),
    })
    .strict(),
  load: (tx, { slug }) => lockedProgramme(tx, slug),
  policy: (actor, programme) => mayGiveGrant(actor, programme),
  async change(tx, { actor, input, subject, now, today }) {
    const { recordId, personId, why, until } = input
    if (until < today)
      return refused(
        problem(
          'until',
          'in-the-past',
          says((words) => words.inThePast),
        ),
      )
    if (until > addDays(today, 366))
      return refused(
        problem(
          'until',
          'too-long',
          says((words) => words.tooLong),
        ),
      )
    const given = await grantsOf(tx, subject.id, until)
    if (given.some((grant) => grant.record_id === recordId && grant.person_id === personId)) {
      return refused(
        problem(
          'until',
          'already-granted',
          says((words) => words.alreadyGranted),
        ),
      )
    }
    const grant = { id: newId(now), programme_id: subject.id, record_id: recordId, person_id: personId, why, until }
    await addGrant(tx, { ...grant, created_at: now, created_by: personOf(actor) })
    return changed(
      { id: grant.id, slug: subject.slug },
      {
        name: 'grant.given',
        programmeId: subject.id,
        ownerId: subject.owner_id,
        class: 'members',
        subjectKind: 'grant',
        subjectId: grant.id,
        payload: { recordId, personId, until },
      },
    )
  },
})
