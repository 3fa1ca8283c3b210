import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { changed, lock, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { breachActs, mayKeepBreaches } from '../breach.ts'
import { localInstant } from '../local-time.ts'
import { addBreachAct, breachesNamed } from '../store/breaches.ts'
import { breachWords } from '../words-breaches.ts'

/** Who was told, when. Once it was announced it is public, with everyone who was told. */
export const tellOfBreach = operation({
  name: 'tell-of-breach',
  summary: both('Mencatat pemberitahuan kebocoran', 'Records a notice of a breach'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    act: z.enum(breachActs),
    body: z.string().trim().min(1).max(4000),
    toldOn: z.iso.date(),
    toldTime: z.string().trim().min(1).max(5),
  }),
  async load(tx, { id, slug }) {
    await lock(tx, id)
    const [breach] = await breachesNamed(tx, [id])
    return breach?.slug === slug ? breach : undefined
  },
  policy: (actor) => mayKeepBreaches(actor),
  async change(tx, { actor, input, subject: breach, now }) {
    const at = localInstant(input.toldOn, input.toldTime)
    if (!at) return refused(problem('toldTime', 'bad-time', (lang) => breachWords[lang].badTime))
    if (at > now) return refused(problem('toldOn', 'future', (lang) => breachWords[lang].future))
    if (at < breach.discovered_at)
      return refused(problem('toldOn', 'before', (lang) => breachWords[lang].beforeDiscovery))
    await addBreachAct(tx, { personId: personOf(actor)!, now }, breach.id, input.act, input.body, at)
    const open = input.act === 'announce' || breach.acts.some((one) => one.act === 'announce')
    return changed(
      { slug: input.slug, id: breach.id },
      {
        name: input.act === 'announce' ? 'breach.announced' : 'breach.told',
        programmeId: breach.programme_id,
        ownerId: breach.owner_id,
        class: open && input.act !== 'note' ? 'public' : 'restricted',
        subjectKind: 'breach',
        subjectId: breach.id,
        payload: { act: input.act, told_at: at.toISOString() },
      },
    )
  },
})
