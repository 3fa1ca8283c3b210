import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { partyRoles } from '../party.ts'
import { mayCoordinate, says } from '../rules.ts'
import { addPartyChange, allParties, organisationById, putParty } from '../store/parties.ts'
import { lockedProgramme } from './locked-programme.ts'

export const inviteParty = operation({
  name: 'invite-party',
  summary: both('Menambah pihak program', 'Add a party to a programme'),
  input: z.object({ slug: z.string(), organisationId: z.uuid(), role: z.enum(partyRoles) }).strict(),
  load: (tx, { slug }) => lockedProgramme(tx, slug),
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { actor, input, subject, now, today }) {
    const { organisationId, role } = input
    const organisation = await organisationById(tx, organisationId)
    if (!organisation)
      return refused(
        problem(
          'organisationId',
          'unknown',
          says((words) => words.notAParty),
        ),
      )
    const before = (await allParties(tx, subject.id)).find((party) => party.organisation_id === organisationId)
    if (before && before.until === null) {
      return refused(
        problem(
          'organisationId',
          'already-party',
          says((words) => words.alreadyParty),
        ),
      )
    }
    const origin = { created_at: now, created_by: personOf(actor) }
    const key = { programme_id: subject.id, organisation_id: organisationId }
    await putParty(tx, { ...key, role, since: today, ...origin })
    const change = { ...key, from_role: null, to_role: role, reason: null, lang: subject.lang, on_day: today }
    await addPartyChange(tx, { ...change, id: newId(now), ...origin })
    return changed(
      { slug: subject.slug, organisationId },
      {
        name: 'party.joined',
        programmeId: subject.id,
        ownerId: organisationId,
        class: subject.class,
        subjectKind: 'party',
        subjectId: organisationId,
        payload: { role, on: today },
      },
    )
  },
})
