import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { because, maySetDiscussion } from '../comment.ts'
import { isOpen } from '../store/subjects.ts'
import { addSetting } from '../store/write-comments.ts'

export const setPublicComments = operation({
  name: 'set-public-comments',
  summary: both(
    'Membuka atau menutup komentar warga pada catatan publik',
    'Opens or closes residents’ comments on public records',
  ),
  input: z.strictObject({ slug: z.string(), publicComments: z.boolean() }),
  load: (tx, input) => programmeBySlug(tx, input.slug),
  policy: (actor, programme) => maySetDiscussion(actor, programme),
  async change(tx, { actor, input, subject: programme, now }) {
    if ((await isOpen(tx, programme.id)) === input.publicComments)
      return refusedBecause(because('same-setting', (say) => say.sameSetting))
    await addSetting(tx, { actor, now }, programme.id, input.publicComments)
    return changed(
      { slug: programme.slug },
      {
        name: input.publicComments ? 'discussions.opened' : 'discussions.closed',
        programmeId: programme.id,
        ownerId: programme.owner_id,
        class: programme.class,
        subjectKind: 'programme',
        subjectId: programme.id,
      },
    )
  },
})
