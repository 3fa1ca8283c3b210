import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { dataKinds, mayKeepBreaches } from '../breach.ts'
import { localInstant } from '../local-time.ts'
import { addBreach, addBreachAct } from '../store/breaches.ts'
import { breachWords } from '../words-breaches.ts'

export const registerBreach = operation({
  name: 'register-breach',
  summary: both('Mencatat kebocoran data pribadi', 'Registers a personal data breach'),
  input: z.strictObject({
    slug: z.string(),
    owner: z.uuid(),
    kinds: z.array(z.enum(dataKinds)).min(1),
    people: z.number().int().min(0).max(1e9).optional(),
    discoveredOn: z.iso.date(),
    discoveredTime: z.string().trim().min(1).max(5),
    how: z.string().trim().min(1).max(4000),
  }),
  load: (tx, { slug }) => programmeBySlug(tx, slug),
  policy: (actor) => mayKeepBreaches(actor),
  async change(tx, { actor, input, subject: programme, now, today }) {
    const at = localInstant(input.discoveredOn, input.discoveredTime)
    if (!at) return refused(problem('discoveredTime', 'bad-time', (lang) => breachWords[lang].badTime))
    if (at > now) return refused(problem('discoveredOn', 'future', (lang) => breachWords[lang].future))
    const parties = await partiesOn(tx, programme.id, today)
    if (!parties.some((one) => one.organisationId === input.owner))
      return refused(problem('owner', 'not-a-party', (lang) => breachWords[lang].owner))
    const by = { personId: personOf(actor)!, now }
    const { owner: owner_id, kinds: data_kinds, people = null } = input
    const breach = { programme_id: programme.id, owner_id, data_kinds, people, discovered_at: at }
    const id = await addBreach(tx, by, breach)
    await addBreachAct(tx, by, id, 'note', input.how, at)
    return changed(
      { slug: input.slug, id },
      {
        name: 'breach.registered',
        programmeId: programme.id,
        ownerId: owner_id,
        class: 'restricted',
        subjectKind: 'breach',
        subjectId: id,
        payload: { discovered_at: at.toISOString(), kinds: data_kinds },
      },
    )
  },
})
