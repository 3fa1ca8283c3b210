import type { Tx } from '#kernel/database.ts'
import type { ProgrammeExchange } from '../exchange-format.ts'
import { slugOf } from '../programme.ts'
import { addSignatureOnce, putCharterRow, putRequiredRole } from '../store/imported.ts'
import type { ImportIds } from './ids.ts'
import type { ExchangePart } from './part.ts'
import { made } from './programme-part.ts'
import { columnsOf, inRowLanguage } from './words.ts'
import { writeCharters } from './write-charters.ts'

type Charter = NonNullable<ProgrammeExchange['charters']>[number]

/** Charters as they were agreed elsewhere: the last one is in force, its posts are required roles. */
export const chartersPart: ExchangePart = {
  name: 'charters',
  async read(tx, file, ids) {
    const charters = file.charters ?? []
    const last = Math.max(...charters.map((charter) => charter.version))
    for (const charter of charters) await readCharter(tx, charter, file, ids as ImportIds, charter.version === last)
  },
  write: writeCharters,
}

async function readCharter(tx: Tx, charter: Charter, file: ProgrammeExchange, ids: ImportIds, last: boolean) {
  const key = String(charter.version)
  const row = { ...charter, last }
  const fate = ids.fate('charters', key, row)
  const id = ids.known('charters', key) ?? ids.newId()
  if (fate !== 'unchanged') {
    await putCharterRow(tx, ids.known('charters', key), { id, ...columns(charter, file, ids, last), ...made(ids) })
    await readSignatures(tx, charter, id, ids)
    if (last) await readPosts(tx, charter, file, ids)
  }
  await ids.keep('charters', key, id, fate, row)
}

function columns(charter: Charter, file: ProgrammeExchange, ids: ImportIds, last: boolean) {
  const lang = charter.purpose || charter.mandate ? langOf(charter) : columnsOf(file.programme.names).lang
  const [purpose, mandate] = [inRowLanguage(charter.purpose, lang), inRowLanguage(charter.mandate, lang)]
  const office = inRowLanguage(charter.officeTerm?.office, lang)
  return {
    programme_id: ids.programmeId,
    owner_id: ids.ownerId,
    class: 'public',
    lang,
    number: charter.version,
    status: last ? 'in-force' : 'superseded',
    purpose: purpose.own,
    purpose_en: purpose.en,
    mandate: mandate.own,
    mandate_en: mandate.en,
    legal_basis: JSON.stringify(charter.legalBasis ?? []),
    decision_rule: charter.decisionRule ?? null,
    quorum: charter.quorum ?? null,
    cadence_every: charter.cadence?.every ?? null,
    cadence_unit: charter.cadence?.unit ?? null,
    publishable: charter.publishable ?? [],
    office: office.own,
    office_en: office.en,
    office_term_ends: charter.officeTerm?.ends ?? null,
    in_force_on: charter.adopted ?? null,
    roles: JSON.stringify((charter.posts ?? []).map((post) => roleOf(post, ids))),
    parties: JSON.stringify(charter.signatures ? partiesOf(file, ids) : []),
    ...(last ? listsOf(file) : {}),
  }
}

function langOf({ purpose, mandate }: Charter) {
  return purpose?.id || mandate?.id ? 'id' : 'en'
}

type Post = NonNullable<Charter['posts']>[number]

function roleOf(post: Post, ids: ImportIds) {
  const { own, en, lang } = columnsOf(post.title)
  const organisation_id = post.organisation ? ids.id('organisations', post.organisation) : undefined
  return { key: post.key, title: own, title_en: en, lang, organisation_id }
}

function partiesOf(file: ProgrammeExchange, ids: ImportIds) {
  return (file.parties ?? []).map((party) => ({
    organisation_id: ids.id('organisations', party.organisation),
    role: party.role,
  }))
}

/** Services, places and cells of the file belong to the charter in force. */
function listsOf({ services = [], territories = [], cells = [] }: ProgrammeExchange) {
  const named = (words: Parameters<typeof columnsOf>[0]) => {
    const { own, en, lang } = columnsOf(words)
    return { name: own, name_en: en, lang }
  }
  return {
    services: JSON.stringify(services.map(({ key, names }) => ({ key, ...named(names) }))),
    territories: JSON.stringify(
      territories.map(({ key, names, code }) => ({ code: code?.id ?? key, ...named(names) })),
    ),
    cells: JSON.stringify(
      cells.map(({ service, territory }) => ({ service, territory: codeOf(territory, territories) })),
    ),
  }
}

/** The code under which a place of the file is kept: its official one, else its key. */
export function codeOf(key: string, territories: NonNullable<ProgrammeExchange['territories']>): string {
  return territories.find((place) => place.key === key)?.code?.id ?? key
}

async function readSignatures(tx: Tx, charter: Charter, charterId: string, ids: ImportIds): Promise<void> {
  for (const { organisation, signed, byHead } of charter.signatures ?? []) {
    const row = { id: ids.newId(), charter_id: charterId, organisation_id: ids.id('organisations', organisation) }
    await addSignatureOnce(tx, { ...row, person_id: null, by_head: byHead ?? false, signed_on: signed, ...made(ids) })
  }
}

/** A post without a vacancy is held by someone whom the file does not name. */
async function readPosts(tx: Tx, charter: Charter, file: ProgrammeExchange, ids: ImportIds): Promise<void> {
  const since = charter.adopted ?? file.programme.period?.from ?? ids.today
  for (const post of charter.posts ?? []) {
    const { key, ...role } = roleOf(post, ids)
    await putRequiredRole(tx, {
      id: ids.newId(),
      programme_id: ids.programmeId,
      key: slugOf(key),
      ...role,
      organisation_id: role.organisation_id ?? null,
      since: post.vacantSince ?? since,
      held_elsewhere: post.vacantSince === undefined,
      ...made(ids),
    })
  }
}
