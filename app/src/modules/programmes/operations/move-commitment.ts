import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayMoveCommitment } from '../commitment.ts'
import { says } from '../rules.ts'
import { addMove, changeCommitment } from '../store/commitments.ts'
import { allParties } from '../store/parties.ts'
import { commitmentEvent, lockedCommitment } from './commitment-subject.ts'

/** A new date is a row with its reason and who asked; the first date stays. */
export const moveCommitment = operation({
  name: 'move-commitment',
  summary: both('Menggeser tanggal janji', 'Move the date of a commitment'),
  input: z
    .object({
      slug: z.string(),
      commitmentId: z.uuid(),
      to: z.iso.date(),
      reason: z.string().trim().min(1).max(1000),
      askedBy: z.uuid(),
      lang: z.enum(['id', 'en']).default('id'),
    })
    .strict(),
  load: (tx, { slug, commitmentId }) => lockedCommitment(tx, slug, commitmentId),
  policy: (actor, commitment) => mayMoveCommitment(actor, commitment),
  async change(tx, { actor, input, subject, now, today }) {
    const { to, reason, askedBy, lang } = input
    if (to === subject.current_due)
      return refused(
        problem(
          'to',
          'same-date',
          says((words) => words.sameDate),
        ),
      )
    if (to < today)
      return refused(
        problem(
          'to',
          'in-the-past',
          says((words) => words.inThePast),
        ),
      )
    const parties = await allParties(tx, subject.programme_id)
    if (!parties.some((party) => party.organisation_id === askedBy)) {
      return refused(
        problem(
          'askedBy',
          'not-a-party',
          says((words) => words.notAParty),
        ),
      )
    }
    const move = {
      commitment_id: subject.id,
      from_due: subject.current_due,
      to_due: to,
      reason,
      lang,
      asked_by: askedBy,
    }
    const origin = { id: newId(now), on_day: today, created_at: now, created_by: personOf(actor) }
    await addMove(tx, { ...move, ...origin })
    const version = await changeCommitment(tx, subject.id, { current_due: to, current_target: null })
    const payload = { from: subject.current_due, to, askedBy }
    return changed(
      { id: subject.id, slug: subject.slug },
      commitmentEvent('commitment.moved', { ...subject, version }, payload),
    )
  },
})
