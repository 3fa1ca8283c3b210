import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayFollow } from '../comment.ts'
import { addVisit } from '../store/own-choices.ts'
import { ownEvent } from './subject.ts'

export const markNotificationsRead = operation({
  name: 'mark-notifications-read',
  summary: both('Menandai semua pemberitahuan sudah dibaca', 'Marks all notifications as read'),
  input: z.strictObject({}),
  load: async (_tx, _input, { actor }): Promise<{ actor: Actor }> => ({ actor }),
  policy: (actor) => mayFollow(actor),
  async change(tx, { actor, now }) {
    const personId = personOf(actor)!
    await addVisit(tx, { personId, now })
    return changed({ read: true }, ownEvent('notifications.read', personId))
  },
})
