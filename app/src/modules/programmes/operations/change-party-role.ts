import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { partyRoles } from '../party.ts'
import { mayCoordinate } from '../rules.ts'
import { addPartyChange, setPartyRole } from '../store/parties.ts'
import { readPartySubject, whyRoleCannotChange } from './party-subject.ts'

export const changePartyRole = operation({
  name: 'change-party-role',
  summary: both('Mengubah peran pihak', 'Change the role of a party'),
  input: z
    .object({
      slug: z.string(),
      organisationId: z.uuid(),
      role: z.enum(partyRoles),
      reason: z.string().trim().min(1).max(1000),
    })
    .strict(),
  load: (tx, { slug, organisationId }, { now }) => readPartySubject(tx, slug, organisationId, now),
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { actor, input, subject, now, today }) {
    const { party } = subject
    const why = whyRoleCannotChange(subject, input.role)
    if (why) return refused(problem('role', why.code, why.text))
    const key = { programme_id: subject.id, organisation_id: party.organisation_id }
    await setPartyRole(tx, key, input.role)
    const change = { ...key, from_role: party.role, to_role: input.role, reason: input.reason, lang: subject.lang }
    const origin = { id: newId(now), created_at: now, created_by: personOf(actor) }
    await addPartyChange(tx, { ...change, on_day: today, ...origin })
    return changed(
      { slug: subject.slug, organisationId: party.organisation_id },
      {
        name: 'party.role-changed',
        programmeId: subject.id,
        ownerId: party.organisation_id,
        class: subject.class,
        subjectKind: 'party',
        subjectId: party.organisation_id,
        payload: { from: party.role, to: input.role, on: today },
      },
    )
  },
})
