import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayKeepCommitment } from '../commitment.ts'
import { addReport, changeCommitment } from '../store/commitments.ts'
import { commitmentEvent, lockedCommitment } from './commitment-subject.ts'

/** What the party says it has done, with the evidence. It changes no outcome: another party assesses. */
export const reportCommitment = operation({
  name: 'report-commitment',
  summary: both('Melaporkan pelaksanaan janji', 'Report on a commitment'),
  input: z
    .object({
      slug: z.string(),
      commitmentId: z.uuid(),
      text: z.string().trim().min(1).max(2000),
      url: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      /** A file of the commitment or of its programme. */
      document: z.uuid().optional(),
      amount: z.number().min(0).optional(),
      lang: z.enum(['id', 'en']).default('id'),
    })
    .strict(),
  load: (tx, { slug, commitmentId }) => lockedCommitment(tx, slug, commitmentId),
  policy: (actor, commitment) => mayKeepCommitment(actor, commitment),
  async change(tx, { actor, input, subject, now, today }) {
    const { text, url = null, document: document_id = null, amount = null, lang } = input
    const report = { id: newId(now), commitment_id: subject.id, text, url, document_id, amount, lang, on_day: today }
    await addReport(tx, { ...report, created_at: now, created_by: personOf(actor) })
    const version = await changeCommitment(tx, subject.id, {})
    return changed(
      { id: subject.id, slug: subject.slug },
      commitmentEvent('commitment.reported', { ...subject, version }, { reportId: report.id, amount }),
    )
  },
})
