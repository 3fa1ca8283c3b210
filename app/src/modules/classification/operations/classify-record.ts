import { changed, lock, operation, refused, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { decidedAlready, mayClassify, officeOf } from '../classification.ts'
import { consequenceTest, problemsIn } from '../consequence-test.ts'
import { readTarget, standingDecision } from '../store/read.ts'
import { addClassification } from '../store/write.ts'
import { classificationEvent } from './subject.ts'

/** Withholds a record, a field or a passage. Secret takes effect once a second person has confirmed it. */
export const classifyRecord = operation({
  name: 'classify-record',
  summary: both('Memutuskan pengecualian dengan uji konsekuensi', 'Decides to withhold, with the consequence test'),
  input: consequenceTest,
  async load(tx, { slug, record }) {
    await lock(tx, record)
    const [programme, target] = [await programmeBySlug(tx, slug), await readTarget(tx, record)]
    return programme && target?.programme_id === programme.id ? target : undefined
  },
  policy: (actor, target) => mayClassify(actor, target),
  async change(tx, { actor, input, subject, now, today }) {
    if (input.part === 'record' && (await standingDecision(tx, input.record))) return refusedBecause(decidedAlready)
    const problems = problemsIn(input, subject.class, today)
    if (problems.length > 0) return refused(...problems)
    const { slug, record: record_id, class: to_class, otherLaw, staysOpen, appealTo, hidesExistence, ...rest } = input
    const { place, expiresOn, endsWhen, reviewOn, thenClass, ...said } = rest
    const { programme_id, owner_id, kind: record_kind, record_table, class: from_class } = subject
    const row = {
      ...{ programme_id, owner_id, record_id, record_kind, record_table, from_class, to_class, ...said },
      ...{ place: place ?? null, other_law: otherLaw ?? null, stays_open: staysOpen, appeal_to: appealTo },
      ...{ hides_existence: hidesExistence, expires_on: expiresOn ?? null, ends_when: endsWhen ?? null },
      ...{ review_on: reviewOn, then_class: thenClass, by_office: officeOf(actor, subject) },
    }
    const id = await addClassification(tx, { actor, now, today }, row)
    const told = { expires_on: expiresOn ?? null, review_on: reviewOn, part: input.part }
    return changed({ slug, id }, classificationEvent('classification.decided', { id, ...row }, told))
  },
})
