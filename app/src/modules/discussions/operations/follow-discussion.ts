import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayFollow } from '../comment.ts'
import { followingStates } from '../following.ts'
import { addFollowing } from '../store/own-choices.ts'
import { loadSubject, ownEvent } from './subject.ts'

/** The record of a programme stands for the programme as a whole. */
export const followDiscussion = operation({
  name: 'follow-discussion',
  summary: both('Mengikuti atau membisukan diskusi', 'Follows or mutes a discussion'),
  input: z.strictObject({ slug: z.string(), record: z.uuid(), state: z.enum(followingStates) }),
  load: loadSubject,
  policy: (actor) => mayFollow(actor),
  async change(tx, { actor, input, subject, now }) {
    const personId = personOf(actor)!
    const subjectId = subject.kind === 'programme' ? null : subject.id
    await addFollowing(tx, { personId, now }, { programmeId: subject.programme_id, subjectId, state: input.state })
    return changed({ slug: subject.slug, record: subject.id }, ownEvent('discussion.followed', personId))
  },
})
