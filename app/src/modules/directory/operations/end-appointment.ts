import { z } from 'zod'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayAppoint } from '../organisation.ts'
import { readKept } from '../store/read-organisation.ts'
import { readPost } from '../store/read-people.ts'
import { endPostRow } from '../store/write-people.ts'
import { peopleSays } from './post-input.ts'
import { organisationEvent } from './subject.ts'

export const endAppointment = operation({
  name: 'end-appointment',
  summary: both('Mengakhiri jabatan', 'Ends a post'),
  input: z.strictObject({ personId: z.uuid(), membershipId: z.uuid(), endsOn: z.iso.date() }),
  async load(tx, { personId, membershipId }, { actor }) {
    await lock(tx, membershipId)
    const post = await readPost(tx, membershipId)
    if (!post || post.person_id !== personId) return undefined
    const organisation = await readKept(tx, actor, post.organisation_id)
    return organisation && { post, organisation }
  },
  policy: (actor, { post, organisation }) => mayAppoint(actor, organisation, post.head),
  async change(tx, { input, subject: { post }, today }) {
    if (post.ends_on !== null && post.ends_on < today)
      return refused(
        problem(
          'endsOn',
          'ended',
          peopleSays((say) => say.problems.ended),
        ),
      )
    if (input.endsOn < post.starts_on)
      return refused(
        problem(
          'endsOn',
          'before-start',
          peopleSays((say) => say.problems.endsBeforeStart),
        ),
      )
    await endPostRow(tx, post.id, input.endsOn)
    const payload = { person: post.person_id, membership: post.id, until: input.endsOn }
    return changed(
      { personId: post.person_id, organisationId: post.organisation_id },
      organisationEvent('organisation.post-ended', post.organisation_id, payload),
    )
  },
})
