import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { mayAdd } from '../budget-line.ts'
import { resourceKinds } from '../resource.ts'
import { addResource } from '../store/write.ts'
import { type Done, partySaid, resourceEvent, wrong } from './acting.ts'

export const offerResource = operation({
  name: 'offer-resource',
  summary: both('Menawarkan sumber daya kepada pihak lain', 'Offers a resource to the other parties'),
  input: z.strictObject({
    slug: z.string(),
    /** The party that offers it; left out: the only one that the person acts for. */
    owner: z.uuid().optional(),
    kind: z.enum(resourceKinds),
    title: z.string().trim().min(1).max(300),
    titleEn: z.string().trim().max(300).optional(),
    description: z.string().trim().max(4000).optional(),
    quantity: z.number().int().min(1).max(1_000_000_000),
    unit: z.string().trim().min(1).max(60),
    availableFrom: z.iso.date(),
    availableUntil: z.iso.date().optional(),
    class: z.enum(['public', 'members']).default('public'),
    lang: z.enum(['id', 'en']).default('id'),
  }),
  async load(tx, { slug }) {
    const programme = await programmeBySlug(tx, slug)
    return programme && { programme, programme_id: programme.id, programme_status: programme.status }
  },
  policy: (actor, subject) => mayAdd(actor, subject),
  async change(tx, { actor, input, subject: { programme }, now, today }) {
    const owner_id = await partySaid(tx, actor, programme.id, today, input.owner)
    if (!owner_id) return refused(wrong('owner', input.owner ? 'otherParty' : 'whichOwner'))
    const { kind, title, titleEn, description = '', quantity, unit, lang } = input
    const { availableFrom: available_from, availableUntil: available_until = null } = input
    if (available_until !== null && available_until < available_from)
      return refused(wrong('availableUntil', 'untilBeforeFrom'))
    const told = { programme_id: programme.id, owner_id, class: input.class }
    const texts = { title, title_en: titleEn ?? null, description, lang }
    const row = { ...told, ...texts, kind, quantity, unit, available_from, available_until }
    const id = await addResource(tx, { actor, now }, row)
    const done: Done = { slug: programme.slug, id }
    const payload = { kind, quantity, from: available_from, until: available_until }
    return changed(done, resourceEvent('resource', 'resource.offered', { ...told, id }, 1, payload))
  },
})
