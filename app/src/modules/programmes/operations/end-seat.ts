import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayCoordinate, says } from '../rules.ts'
import { allSeats, currentSeats, seatById, endSeat as setLastDay } from '../store/seats.ts'
import { lockedProgramme } from './locked-programme.ts'

export const endSeat = operation({
  name: 'end-seat',
  summary: both('Mengakhiri kursi', 'End a seat'),
  input: z.object({ slug: z.string(), seatId: z.uuid(), lastDay: z.iso.date().optional() }).strict(),
  async load(tx, { slug, seatId }) {
    const programme = await lockedProgramme(tx, slug)
    const seat = await seatById(tx, seatId)
    return programme && seat?.programme_id === programme.id ? { ...programme, seat } : undefined
  },
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { input, subject, today }) {
    const { seat } = subject
    const lastDay = input.lastDay ?? today
    if (seat.last_day !== null)
      return refused(
        problem(
          '',
          'seat-ended',
          says((words) => words.seatEnded),
        ),
      )
    if (lastDay < today)
      return refused(
        problem(
          'lastDay',
          'in-the-past',
          says((words) => words.inThePast),
        ),
      )
    if (lastDay < seat.first_day) {
      return refused(
        problem(
          'lastDay',
          'before-first',
          says((words) => words.beforeFirstDay),
        ),
      )
    }
    const current = currentSeats(await allSeats(tx, subject.id), today)
    const remains = current.some((one) => one.role === 'coordinator' && one.id !== seat.id && one.last_day === null)
    if (seat.role === 'coordinator' && !remains) {
      return refused(
        problem(
          '',
          'last-coordinator',
          says((words) => words.lastCoordinator),
        ),
      )
    }
    await setLastDay(tx, seat.id, lastDay)
    return changed(
      { id: seat.id, slug: subject.slug },
      {
        name: 'seat.ended',
        programmeId: subject.id,
        ownerId: seat.organisation_id,
        class: subject.class,
        subjectKind: 'seat',
        subjectId: seat.id,
        payload: { role: seat.role, lastDay },
      },
    )
  },
})
