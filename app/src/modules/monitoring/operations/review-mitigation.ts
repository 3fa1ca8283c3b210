import { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import type { Problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { measuredEffect } from '../measured-effect.ts'
import { mayReview } from '../rules.ts'
import { addMitigationMove, changeMitigation, lockMitigation } from '../store/mitigations.ts'
import { by, type Done, lang, mitigationEvent, sentence, wrong } from './acting.ts'

export const reviewMitigation = operation({
  name: 'review-mitigation',
  summary: both(
    'Meninjau mitigasi; hasilnya dihitung dari evaluasi pada tanggal tinjau',
    'Review a mitigation; its effect is computed from the evaluation at its review date',
  ),
  input: z.object({ mitigation: z.uuid(), finding: sentence, again: z.iso.date().optional(), lang }).strict(),
  load: (tx, { mitigation }) => lockMitigation(tx, mitigation),
  policy: (actor, mitigation, _input, now) => mayReview(actor, mitigation, now),
  async change(tx, context) {
    const { subject: mitigation, input, today } = context
    const problems: Problem[] = []
    const effect = await measuredEffect(tx, mitigation, today)
    if (typeof effect === 'string') problems.push(wrong('', effect))
    if (input.again && input.again < addDays(today, 7)) problems.push(wrong('again', 'too-soon'))
    if (input.again && input.again > addDays(today, 366)) problems.push(wrong('again', 'too-late'))
    if (problems.length > 0 || typeof effect === 'string') return refused(...problems)
    const state = input.again ? 'adopted' : effect.effective ? 'effective' : 'ineffective'
    const reviewOn = input.again ?? mitigation.review_on
    const version = await changeMitigation(tx, mitigation, { state, review_on: reviewOn })
    await addMitigationMove(tx, by(context), {
      mitigation_id: mitigation.id,
      kind: 'reviewed',
      owner_id: mitigation.owner_id,
      person_id: mitigation.person_id,
      review_on: reviewOn,
      evaluation_id: effect.evaluationId,
      base_value: effect.base,
      value: effect.value,
      effective: effect.effective,
      note: input.finding,
      lang: input.lang,
    })
    const done: Done = { mitigation: mitigation.id, obstacle: mitigation.obstacle_id, version }
    const { base, value, effective } = effect
    const told = { detector: mitigation.detector, base, value, effective, again: input.again ?? null }
    return changed(done, mitigationEvent('reviewed', mitigation, version, told))
  },
})
