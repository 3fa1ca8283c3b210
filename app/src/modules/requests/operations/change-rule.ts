import { z } from 'zod'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { line } from '../fields.ts'
import { mayChangeRule } from '../rules.ts'
import { ruleInForce } from '../store/list.ts'
import { addRule } from '../store/write.ts'

/** What the events of all rules are about. */
export const rulesSubject = '01a00000-0000-7000-8000-000000000030'

/** A newer version of a deadline, with its source; requests that came in before keep the version they came in under. */
export const changeRule = operation({
  name: 'change-information-rule',
  summary: both('Mengubah tenggat permintaan informasi', 'Changes a deadline of information requests'),
  input: z.strictObject({ rule: z.string().max(60), amount: z.int().min(1).max(400), source: line(300) }),
  async load(tx, input) {
    await lock(tx, rulesSubject)
    return ruleInForce(tx, input.rule)
  },
  policy: (actor) => mayChangeRule(actor),
  async change(tx, { actor, input, subject, now }) {
    const version = subject.version + 1
    await addRule(tx, { actor, now }, { ...subject, version, amount: input.amount, source: input.source })
    return changed(
      { rule: subject.id, version },
      {
        name: 'information-rule.changed',
        programmeId: null,
        class: 'public',
        subjectKind: 'information-rule',
        subjectId: rulesSubject,
        payload: { rule: subject.id, version, from: subject.amount, to: input.amount },
      },
    )
  },
})
