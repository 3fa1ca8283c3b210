import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { all, both } from '#kernel/reason.ts'
import { mayKeep } from '../budget-line.ts'
import { mayMove, nextStates, resourceStates } from '../resource.ts'
import { addMove, touch } from '../store/write.ts'
import { type Done, loadResource, resourceEvent, wrong } from './acting.ts'

export const moveResource = operation({
  name: 'move-resource',
  summary: both(
    'Menunda, melanjutkan, atau menarik sumber daya yang ditawarkan',
    'Pauses, resumes or withdraws a resource that is offered',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    to: z.enum(resourceStates),
    because: z.string().trim().min(1).max(1000),
  }),
  load: loadResource,
  policy: (actor, resource) => all(mayKeep(actor, resource), mayMove(resource)),
  async change(tx, { actor, input, subject: resource, now }) {
    if (!nextStates(resource).includes(input.to)) return refused(wrong('to', 'sameState'))
    await addMove(tx, { actor, now }, resource.id, input.to, input.because)
    const version = await touch(tx, 'resources', resource)
    const done: Done = { slug: input.slug, id: resource.id }
    const payload = { from: resource.state, to: input.to }
    return changed(done, resourceEvent('resource', 'resource.moved', resource, version, payload))
  },
})
