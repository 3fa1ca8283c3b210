import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { mayAddBelow, mostRupiah } from '../budget-line.ts'
import { methods } from '../contract.ts'
import { addContract } from '../store/write.ts'
import { type Done, loadLine, organisationSaid, resourceEvent, wrong } from './acting.ts'

export const recordContract = operation({
  name: 'record-contract',
  summary: both('Mencatat kontrak yang dibayar dari sebuah pos', 'Records a contract that is paid from a budget line'),
  input: z.strictObject({
    slug: z.string(),
    /** The budget line. */
    id: z.uuid(),
    number: z.string().trim().min(1).max(80),
    title: z.string().trim().min(1).max(300),
    titleEn: z.string().trim().max(300).optional(),
    /** The party that asked for it; left out: the agency that pays. */
    requester: z.uuid().optional(),
    /** Id, or exact name or acronym in the directory. */
    supplier: z.string().trim().min(1).max(300),
    method: z.enum(methods),
    bids: z.number().int().min(1).max(1000),
    /** Whole rupiah. */
    value: z.number().int().min(1).max(mostRupiah),
    signedOn: z.iso.date(),
    class: z.enum(['public', 'members']).default('public'),
    lang: z.enum(['id', 'en']).default('id'),
  }),
  load: loadLine,
  policy: (actor, line) => mayAddBelow(actor, line),
  async change(tx, { actor, input, subject: line, now, today }) {
    const { number, title, titleEn, method, bids, value, lang, signedOn: signed_on } = input
    if (input.class === 'public' && line.class !== 'public') return refused(wrong('class', 'moreOpen'))
    if (signed_on > today) return refused(wrong('signedOn', 'futureSigned'))
    const requester_id = input.requester ?? line.owner_id
    const parties = await partiesOn(tx, line.programme_id, today)
    if (!parties.some((one) => one.organisationId === requester_id)) return refused(wrong('requester', 'notParty'))
    const supplier = await organisationSaid(tx, 'supplier', input.supplier)
    if (typeof supplier !== 'string') return refused(supplier)
    const { programme_id, owner_id, id: line_id } = line
    const told = { programme_id, owner_id, class: input.class }
    const texts = { number, title, title_en: titleEn ?? null, lang }
    const bodies = { requester_id, supplier_id: supplier }
    const row = { ...told, ...texts, ...bodies, line_id, method, bids, value, signed_on }
    const id = await addContract(tx, { actor, now }, row)
    const done: Done = { slug: input.slug, id }
    const payload = { line: line_id, requester: requester_id, supplier, method, bids, value, signedOn: signed_on }
    return changed(done, resourceEvent('contract', 'contract.recorded', { ...told, id }, 1, payload))
  },
})
