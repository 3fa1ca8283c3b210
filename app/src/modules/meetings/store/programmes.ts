import type { PersonActor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type ProgrammeHead, programmeById } from '#modules/programmes/public.ts'

/** Programmes in which this person has a seat today. */
export async function programmesOf(tx: ReadTx, actor: PersonActor): Promise<ProgrammeHead[]> {
  const ids = [...new Set(actor.seats.map((seat) => seat.programmeId))]
  const found = await Promise.all(ids.map((id) => programmeById(tx, id)))
  return found.filter((programme) => programme !== undefined)
}
