import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { assessorsOf, mayAssessCommitment } from '../commitment.ts'
import { addAssessment, changeCommitment } from '../store/commitments.ts'
import { commitmentEvent, lockedCommitment } from './commitment-subject.ts'

/** A judgement on the scale of the Independent Reporting Mechanism, by another party than the one that promised. */
export const assessCommitment = operation({
  name: 'assess-commitment',
  summary: both('Menilai janji pihak lain', 'Assess the commitment of another party'),
  input: z
    .object({
      slug: z.string(),
      commitmentId: z.uuid(),
      outcome: z.enum(['not-started', 'limited', 'substantial', 'complete', 'withdrawn']),
      reason: z.string().trim().min(1).max(2000),
      lang: z.enum(['id', 'en']).default('id'),
    })
    .strict(),
  load: (tx, { slug, commitmentId }) => lockedCommitment(tx, slug, commitmentId),
  policy: (actor, commitment) => mayAssessCommitment(actor, commitment),
  async change(tx, { actor, input, subject, now, today }) {
    const { outcome, reason, lang } = input
    const assessorId = assessorsOf(actor, subject)[0]!
    const assessment = { id: newId(now), commitment_id: subject.id, outcome, reason, lang, assessor_id: assessorId }
    const origin = { raw: null, on_day: today, created_at: now, created_by: personOf(actor) }
    await addAssessment(tx, { ...assessment, ...origin })
    const version = await changeCommitment(tx, subject.id, { outcome, outcome_on: today, not_assessed: null })
    return changed(
      { id: subject.id, slug: subject.slug },
      commitmentEvent('commitment.assessed', { ...subject, version }, { outcome, assessorId }),
    )
  },
})
