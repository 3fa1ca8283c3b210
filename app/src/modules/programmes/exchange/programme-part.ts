import type { Tx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'
import { addCollectiveMembers, putPartyRow, putProgramme } from '../store/imported.ts'
import type { ImportIds } from './ids.ts'
import { columnsOf, inRowLanguage } from './words.ts'

export async function readProgrammeRow(tx: Tx, file: ProgrammeExchange, ids: ImportIds): Promise<void> {
  const { programme } = file
  const known = ids.known('programme', programme.slug)
  const fate = ids.fate('programme', programme.slug, programme)
  const id = known ?? ids.newId()
  const ownerId = ids.id('organisations', ownerOf(file))
  if (fate !== 'unchanged') await putProgramme(tx, known, { id, owner_id: ownerId, ...columns(file), ...made(ids) })
  ids.begin(id, ownerId)
  await ids.keep('programme', programme.slug, id, fate, programme)
}

/** Who answers for the programme: as named, else the lead, else the first body of the file. */
function ownerOf({ programme, parties = [], organisations }: ProgrammeExchange): string {
  const key = programme.owner ?? parties.find((party) => party.role === 'lead')?.organisation ?? organisations[0]?.key
  if (!key) throw new Error('organisations: a programme needs at least one body that answers for it')
  return key
}

function columns({ programme }: ProgrammeExchange) {
  const name = columnsOf(programme.names)
  const summary = inRowLanguage(programme.summary, name.lang)
  const place = inRowLanguage(programme.place, name.lang)
  return {
    slug: programme.slug,
    name: name.own,
    name_en: name.en,
    lang: name.lang,
    working_lang: programme.lang,
    summary: summary.own ?? '',
    summary_en: summary.en,
    place: place.own,
    place_en: place.en,
    country: programme.country ?? null,
    status: programme.status,
    starts_on: programme.period?.from ?? null,
    ends_on: programme.period?.to ?? null,
    example: programme.example ?? null,
    source: programme.source ? JSON.stringify(programme.source) : null,
    evaluate_at: programme.evaluateAt ?? null,
  }
}

/** Parties, and which bodies a collective names together. */
export async function readPartyRows(tx: Tx, file: ProgrammeExchange, ids: ImportIds): Promise<void> {
  const began = file.programme.period?.from ?? ids.today
  for (const party of file.parties ?? []) {
    const fate = ids.fate('parties', party.organisation, party)
    const organisation_id = ids.id('organisations', party.organisation)
    const days = { since: party.since ?? began, until: party.until ?? null }
    const row = { programme_id: ids.programmeId, organisation_id, role: party.role, ...days, ...made(ids) }
    if (fate !== 'unchanged') await putPartyRow(tx, row)
    await ids.keep('parties', party.organisation, organisation_id, fate, party)
  }
  const members = file.organisations.flatMap((body) =>
    (body.members ?? []).map((member) => ({
      programme_id: ids.programmeId,
      collective_id: ids.id('organisations', body.key),
      member_id: ids.id('organisations', member),
      ...made(ids),
    })),
  )
  await addCollectiveMembers(tx, members)
  await ids.flush()
}

export function made(ids: { now: Date }) {
  return { created_at: ids.now, created_by: null }
}
