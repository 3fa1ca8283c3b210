import { z } from 'zod'
import { addMonths } from '#kernel/calendar.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import { mayDeclareCapacity } from '../rules.ts'
import { addCapacity } from '../store/write-acts.ts'
import { by, lang, wrong } from './acting.ts'

/** Working hours an agency gives the programme each month, for one month or several in a row. */
export const declareCapacity = operation({
  name: 'declare-capacity',
  summary: both('Mencatat kapasitas instansi', 'Declare the capacity of an agency'),
  input: z
    .object({
      programme: z.string().min(1).max(80),
      lang,
      agency: z.uuid(),
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
      months: z.int().min(1).max(36).default(1),
      hours: z.number().nonnegative().max(1_000_000),
    })
    .strict(),
  load: (tx, input) => programmeBySlug(tx, input.programme),
  policy: (actor, programme, input) =>
    mayDeclareCapacity(actor, {
      programme_id: programme.id,
      programme_status: programme.status,
      organisation_id: input.agency,
    }),
  async change(tx, context) {
    const { subject: programme, input, today, now } = context
    const parties = await partiesOn(tx, programme.id, today)
    if (!parties.some((party) => party.organisationId === input.agency)) return refused(wrong('agency', 'notAParty'))
    const months = Array.from({ length: input.months }, (_, i) => addMonths(`${input.month}-01`, i).slice(0, 7))
    const declared = { programmeId: programme.id, organisationId: input.agency, months, hours: input.hours }
    await addCapacity(tx, by(context), { ...declared, lang: input.lang })
    return changed(
      { agency: input.agency, months: months.length },
      {
        name: 'capacity.declared',
        programmeId: programme.id,
        ownerId: input.agency,
        class: 'public',
        subjectKind: 'capacity',
        subjectId: newId(now),
        payload: { agency: input.agency, from: months[0], months: months.length, hours: input.hours },
      },
    )
  },
})
