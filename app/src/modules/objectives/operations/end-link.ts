import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayLink } from '../objective.ts'
import { linksIn } from '../store/read.ts'
import { endLinkRow } from '../store/write.ts'
import { loadObjective, objectiveEvent } from './subject.ts'

export const endLink = operation({
  name: 'end-link',
  summary: both('Mengakhiri kaitan antara dua sasaran', 'Ends a link between two objectives'),
  input: z.strictObject({ slug: z.string(), id: z.uuid(), linkId: z.uuid(), because: z.string().min(1).max(1000) }),
  async load(tx, input) {
    const objective = await loadObjective(tx, input)
    if (!objective) return undefined
    const link = (await linksIn(tx, objective.programme_id)).find(
      (one) => one.id === input.linkId && one.from_id === objective.id,
    )
    return link ? { objective, link } : undefined
  },
  policy: (actor, { objective }) => mayLink(actor, objective.programme_id),
  async change(tx, { input, subject: { objective, link }, now }) {
    await endLinkRow(tx, now, link.id, input.because)
    return changed(
      { slug: objective.slug, id: objective.id },
      objectiveEvent('objective.unlinked', objective, objective.version, { link: link.id }),
    )
  },
})
