import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { cadenceUnits, decisionRules, publishableKinds } from '../charter.ts'
import { mayCoordinate } from '../rules.ts'
import { addCharter, changeCharter } from '../store/charters.ts'
import { contentFrom } from './charter-content.ts'
import { drafted, readCharterSubject } from './charter-subject.ts'

const text = (most: number) => z.string().trim().min(1).max(most).optional()

/** Lists are one a line; `quorum` is in per cent. */
export const charterInput = z
  .object({
    slug: z.string(),
    purpose: text(2000),
    purposeEn: text(2000),
    mandate: text(3000),
    mandateEn: text(3000),
    legalBasis: text(5000),
    decisionRule: z.enum(decisionRules).optional(),
    quorum: z.number().min(1).max(100).optional(),
    cadenceEvery: z.number().int().min(1).max(60).optional(),
    cadenceUnit: z.enum(cadenceUnits).optional(),
    publishable: z.array(z.enum(publishableKinds)).default([]),
    office: text(200),
    officeTermEnds: z.iso.date().optional(),
    waitingLimit: z.number().int().min(1).max(250).optional(),
    roles: text(5000),
    services: text(20_000),
    territories: text(40_000),
  })
  .strict()

/** Writes the draft: the one there is, or the next version after the one in force. */
export const draftCharterVersion = operation({
  name: 'draft-charter-version',
  summary: both('Menulis rancangan piagam', 'Write a draft charter'),
  input: charterInput,
  replaces: true,
  load: (tx, { slug }) => readCharterSubject(tx, slug),
  policy: (actor, { programme }) => mayCoordinate(actor, programme),
  async change(tx, { actor, input, subject, now }) {
    const { programme, draft, newest, number } = subject
    const content = contentFrom(input, newest, programme.lang)
    if ('problems' in content) return refused(...content.problems)
    const id = draft?.id ?? newId(now)
    const origin = { created_at: now, created_by: personOf(actor) }
    const row = { id, programme_id: programme.id, owner_id: programme.owner_id, class: 'members', number }
    const version = draft ? await changeCharter(tx, draft.id, {}, content) : 1
    if (!draft) await addCharter(tx, { ...row, status: 'draft', ...origin }, content)
    return changed({ id, number, slug: programme.slug }, drafted(programme, { id, number, version }))
  },
})
