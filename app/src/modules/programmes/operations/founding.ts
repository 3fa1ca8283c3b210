import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import { emptyContent } from '../charter.ts'
import { slugOf, type TemplateName } from '../programme.ts'
import { addCharter, addProposals, ensureServices } from '../store/charters.ts'
import { addPartyChange, putParty } from '../store/parties.ts'
import { addProgramme, type NewProgramme } from '../store/programmes.ts'
import { addSeat } from '../store/seats.ts'
import { templateOf } from '../templates/template.ts'

/** The wished address, or the first free one made from the name. Undefined: the wished one is taken. */
export async function addUnderFreeSlug(
  tx: Tx,
  programme: Omit<NewProgramme, 'slug'>,
  wished?: string,
): Promise<string | undefined> {
  const base = wished ?? slugOf(programme.name)
  const candidates = wished ? [wished] : [base, ...Array.from({ length: 50 }, (_, i) => `${base}-${i + 2}`)]
  for (const slug of candidates) if (slug !== 'new' && (await addProgramme(tx, { ...programme, slug }))) return slug
  return undefined
}

/** The founder's agency becomes the lead, the founder its coordinator. Returns the id of the seat. */
export async function seatFounder(tx: Tx, programme: Founded, today: string): Promise<string> {
  const { created_at, created_by, lang } = programme
  const origin = { created_at, created_by }
  const key = { programme_id: programme.id, organisation_id: programme.owner_id }
  await putParty(tx, { ...key, role: 'lead', since: today, ...origin })
  const seat = { ...key, id: newId(created_at), person_id: created_by!, role: 'coordinator', first_day: today }
  await addSeat(tx, { ...seat, required_role_id: null, ...origin })
  const joined = { ...key, from_role: null, to_role: 'lead' as const, reason: null, lang, on_day: today }
  await addPartyChange(tx, { ...joined, id: newId(created_at), ...origin })
  return seat.id
}

type Place = Pick<NewEvent, 'programmeId' | 'class'> & { ownerId: string }

export function founderSeated(of: Place, seatId: string, today: string): NewEvent[] {
  const lead = { role: 'lead', on: today }
  const seat = { role: 'coordinator', firstDay: today, fills: null }
  return [
    { ...of, name: 'party.joined', subjectKind: 'party', subjectId: of.ownerId, payload: lead },
    { ...of, name: 'seat.given', subjectKind: 'seat', subjectId: seatId, payload: seat },
  ]
}

type Founded = Pick<NewProgramme, 'id' | 'owner_id' | 'summary' | 'lang' | 'created_at' | 'created_by'>

/** The draft charter, the services and the proposed work that a template brings. */
export async function beginFromTemplate(tx: Tx, programme: Founded, template: TemplateName): Promise<void> {
  const { charter, work } = templateOf[template]
  const origin = { created_at: programme.created_at, created_by: programme.created_by }
  const content = { ...emptyContent, ...charter }
  const named = content.purpose ? content : { ...content, lang: programme.lang, purpose: programme.summary || null }
  const id = newId(origin.created_at)
  const draft = { id, programme_id: programme.id, owner_id: programme.owner_id, class: 'members', number: 1 }
  await addCharter(tx, { ...draft, status: 'draft', ...origin }, named)
  await ensureServices(tx, programme.id, named.services, { newId: () => newId(origin.created_at), ...origin })
  const rows = work.map((one, index) => ({
    id: newId(origin.created_at),
    programme_id: programme.id,
    position: index + 1,
    kind: one.kind,
    milestone_type: one.milestoneType,
    title: one.title,
    title_en: one.title_en,
    lang: 'id',
    service_key: one.serviceKey,
    starts_after_days: one.startsAfterDays,
    due_after_days: one.dueAfterDays,
    ...origin,
  }))
  await addProposals(tx, rows)
}
