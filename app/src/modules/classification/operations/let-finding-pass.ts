import { z } from 'zod'
import { hasRole, personOf } from '#kernel/access.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both, reason } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { findPersonalData } from '#packages/personal-data'
import { letPass, openFinding } from '../store/text-findings.ts'
import { findingWords } from '../words-findings.ts'

/** Nothing is hidden by it or by the finding itself: it only says why the text may stay as it is. */
export const letFindingPass = operation({
  name: 'let-finding-pass',
  summary: both('Menyatakan temuan bukan data pribadi yang perlu ditutup', 'Says why a finding may stay as it is'),
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(1000) }),
  async load(tx, { id }) {
    await lock(tx, id)
    return openFinding(tx, id)
  },
  policy: (actor) =>
    hasRole(actor, 'information-officer') || reason('not-officer', (lang) => findingWords[lang].notOfficer),
  async change(tx, { actor, input, subject, now }) {
    if (findPersonalData(input.reason).length > 0)
      return refused(problem('reason', 'personal-data', (lang) => kernelWords[lang].reasonPersonal))
    await letPass(tx, { personId: personOf(actor)!, now }, subject.id, input.reason)
    const { programme_id: programmeId, kinds, record_kind: kind } = subject
    // where something personal stands is no news for everyone
    const event = { name: 'text-finding.let-pass', programmeId, class: 'restricted', payload: { kinds, kind } } as const
    return changed({ id: subject.id }, { ...event, subjectKind: 'text-finding', subjectId: subject.id })
  },
})
