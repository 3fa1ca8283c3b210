import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { programmeBySlug, territoriesOf } from '#modules/programmes/public.ts'
import { mayAdd, mostRupiah } from '../budget-line.ts'
import { isCodeTaken } from '../store/lines.ts'
import { addLine } from '../store/write.ts'
import { type Done, organisationSaid, partySaid, resourceEvent, wrong } from './acting.ts'

export const planBudgetLine = operation({
  name: 'plan-budget-line',
  summary: both('Merencanakan pos anggaran', 'Plans a budget line'),
  input: z.strictObject({
    slug: z.string(),
    /** The party that spends it; left out: the only one that the person acts for. */
    agency: z.uuid().optional(),
    code: z.string().trim().min(1).max(60),
    title: z.string().trim().min(1).max(300),
    titleEn: z.string().trim().max(300).optional(),
    /** Whose money it is: id, or exact name or acronym in the directory. */
    source: z.string().trim().min(1).max(300),
    /** A code of the programme's own places; left out: the whole programme. */
    territory: z.string().max(120).optional(),
    fiscalYear: z.number().int().min(2000).max(2100),
    /** Whole rupiah. */
    planned: z.number().int().min(1).max(mostRupiah),
    class: z.enum(['public', 'members']).default('public'),
    lang: z.enum(['id', 'en']).default('id'),
  }),
  async load(tx, { slug }) {
    const programme = await programmeBySlug(tx, slug)
    return programme && { programme, programme_id: programme.id, programme_status: programme.status }
  },
  policy: (actor, subject) => mayAdd(actor, subject),
  async change(tx, { actor, input, subject: { programme }, now, today }) {
    const owner_id = await partySaid(tx, actor, programme.id, today, input.agency)
    if (!owner_id) return refused(wrong('agency', input.agency ? 'otherParty' : 'whichParty'))
    const source = await organisationSaid(tx, 'source', input.source)
    if (typeof source !== 'string') return refused(source)
    const places = input.territory ? await territoriesOf(tx, programme.id) : []
    if (input.territory && !places.some((one) => one.code === input.territory))
      return refused(wrong('territory', 'otherTerritory'))
    if (await isCodeTaken(tx, programme.id, input.fiscalYear, input.code)) return refused(wrong('code', 'codeTaken'))
    const { code, title, lang, planned } = input
    const told = { programme_id: programme.id, owner_id, class: input.class }
    const texts = { code, title, title_en: input.titleEn ?? null, lang }
    const place = { source_id: source, territory_code: input.territory ?? null, fiscal_year: input.fiscalYear }
    const id = await addLine(tx, { actor, now }, { ...told, ...texts, ...place, planned })
    const done: Done = { slug: programme.slug, id }
    const payload = { source, year: input.fiscalYear, planned }
    return changed(done, resourceEvent('budget-line', 'budget-line.planned', { ...told, id }, 1, payload))
  },
})
