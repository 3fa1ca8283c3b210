import type { Tx } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import type { ExchangeOrganisation, ProgrammeExchange } from '../exchange-format.ts'
import {
  addOrganisationIdentifiers,
  addOrganisationNames,
  organisationWith,
  putOrganisation,
  setOrganisationLinks,
} from '../store/imported.ts'
import type { ImportIds } from './ids.ts'
import { importJob } from './job.ts'

/** Bodies are found by the key of an earlier import, then by their identifiers; else they are made. */
export async function readOrganisations(tx: Tx, file: ProgrammeExchange, ids: ImportIds): Promise<void> {
  for (const body of file.organisations) await readOrganisation(tx, body, ids)
  for (const body of file.organisations) {
    const parent_id = body.parent && ids.id('organisations', body.parent)
    const merged_into_id = body.mergedInto && ids.id('organisations', body.mergedInto)
    const changed = ids.fate('organisations', body.key, body) !== 'unchanged'
    if (changed && (parent_id || merged_into_id)) {
      await setOrganisationLinks(tx, ids.id('organisations', body.key), { parent_id, merged_into_id })
    }
  }
}

async function readOrganisation(tx: Tx, body: ExchangeOrganisation, ids: ImportIds): Promise<void> {
  const known = ids.known('organisations', body.key)
  const fate = ids.fate('organisations', body.key, body)
  const met = known ?? (await organisationWith(tx, body.identifiers ?? []))
  // A body that the directory already had keeps what the directory says of it.
  const mine = known === undefined && met !== undefined ? 'unchanged' : fate
  const id = met ?? ids.newId()
  if (mine !== 'unchanged') await writeOrganisation(tx, id, body, ids, known !== undefined)
  await ids.keep('organisations', body.key, id, mine, body)
}

async function writeOrganisation(tx: Tx, id: string, body: ExchangeOrganisation, ids: ImportIds, known: boolean) {
  await putOrganisation(tx, known, {
    id,
    name: body.name,
    lang: body.lang === 'id' ? 'id' : 'en',
    kind: body.kind,
    acronym: body.acronyms?.[0] ?? null,
    country: body.country ?? 'ID',
    website: body.url ?? null,
    founded_on: body.founded ?? null,
    dissolved_on: body.dissolved ?? null,
    created_at: ids.now,
    created_by: null,
  })
  const names = [
    ...(body.formerNames ?? []).map((name) => ({ name, kind: 'former' })),
    ...(body.acronyms ?? []).slice(1).map((name) => ({ name, kind: 'acronym' })),
  ]
  await addOrganisationNames(tx, id, names, ids)
  await addOrganisationIdentifiers(tx, id, body.identifiers ?? [])
  await appendEvent(tx, importJob, ids.now, {
    name: known ? 'organisation.edited' : 'organisation.added',
    programmeId: null,
    class: 'public',
    subjectKind: 'organisation',
    subjectId: id,
    payload: { kind: body.kind },
  })
}
