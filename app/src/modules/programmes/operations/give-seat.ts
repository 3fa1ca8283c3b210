import { z } from 'zod'
import { personOf, seatRoles } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayCoordinate } from '../rules.ts'
import { whySeatDoesNotFit } from '../seat-fit.ts'
import { addSeat } from '../store/seats.ts'
import { lockedProgramme } from './locked-programme.ts'

const input = z
  .object({
    slug: z.string(),
    organisationId: z.uuid(),
    personId: z.uuid(),
    role: z.enum(seatRoles),
    requiredRoleId: z.uuid().optional(),
    firstDay: z.iso.date().optional(),
  })
  .strict()

export const giveSeat = operation({
  name: 'give-seat',
  summary: both('Memberi kursi dalam program', 'Give a seat in a programme'),
  stepUp: true,
  input,
  load: (tx, { slug }) => lockedProgramme(tx, slug),
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { actor, input, subject, now, today }) {
    const firstDay = input.firstDay ?? today
    const wrong = await whySeatDoesNotFit(tx, subject.id, { ...input, firstDay }, today)
    if (wrong) return refused(wrong)
    const { organisationId, personId, role } = input
    const seat = {
      id: newId(now),
      programme_id: subject.id,
      organisation_id: organisationId,
      person_id: personId,
      role,
    }
    const origin = { created_at: now, created_by: personOf(actor) }
    const fills = input.requiredRoleId ?? null
    await addSeat(tx, { ...seat, required_role_id: fills, first_day: firstDay, ...origin })
    const of = { programmeId: subject.id, ownerId: organisationId, class: subject.class }
    const event = { ...of, name: 'seat.given', subjectKind: 'seat', subjectId: seat.id }
    return changed({ id: seat.id, slug: subject.slug }, { ...event, payload: { role, firstDay, fills } })
  },
})
