import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { linkKinds, mayLink } from '../objective.ts'
import { linksIn, readObjective } from '../store/read.ts'
import { addLink } from '../store/write.ts'
import { words } from '../words.ts'
import { loadObjective, objectiveEvent } from './subject.ts'

export const linkObjectives = operation({
  name: 'link-objectives',
  summary: both('Menyatakan kaitan antara dua sasaran', 'States a link between two objectives'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    to: z.uuid(),
    kind: z.enum(linkKinds),
    because: z.string().max(1000).optional(),
  }),
  load: loadObjective,
  policy: (actor, objective) => mayLink(actor, objective.programme_id),
  async change(tx, { actor, input, subject, now }) {
    if (input.to === input.id) return refused(problem('to', 'self', (lang) => words[lang].self))
    const other = await readObjective(tx, subject.programme_id, input.to)
    if (!other) return refused(problem('to', 'other-programme', (lang) => words[lang].otherProgramme))
    const known = await linksIn(tx, subject.programme_id)
    const twice = known.some((link) => link.from_id === input.id && link.to_id === input.to && link.kind === input.kind)
    if (twice) return refused(problem('to', 'twice', (lang) => words[lang].twice))
    const { programme_id: programmeId, owner_id: ownerId, class: klass, lang } = subject
    const { id: from, to, kind, because } = input
    const id = await addLink(tx, { actor, now }, { programmeId, ownerId, class: klass, lang, from, to, kind, because })
    return changed(
      { slug: subject.slug, id: from },
      objectiveEvent('objective.linked', subject, subject.version, { link: id, to, kind }),
    )
  },
})
