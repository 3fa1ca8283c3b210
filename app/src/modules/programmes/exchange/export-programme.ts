import { type Database, type ReadTx, writeAs } from '#kernel/database.ts'
import { exchangeFormat, type ProgrammeExchange } from '../exchange-format.ts'
import { collectiveMembers, exportedProgramme } from '../store/exported.ts'
import { keepExternalKeys } from '../store/external-keys.ts'
import { allParties } from '../store/parties.ts'
import { ownParts } from './import-programme.ts'
import { exportJob } from './job.ts'
import { type ExportKeys, exportKeys } from './keys.ts'
import type { ExchangePart } from './part.ts'
import { said, wordsOf, wordsOrThrow } from './words.ts'
import { writeOrganisations } from './write-organisations.ts'

export type ExportOptions = { now: Date; parts?: ExchangePart[] }

/**
 * One programme as a file: what the public and its members read, nothing more. The keys it gives are remembered here, so
 * that the file can come back and changes only what it says differently. Undefined: no such programme.
 */
export function exportProgramme(
  jobs: Database,
  slug: string,
  { now, parts = [] }: ExportOptions,
): Promise<ProgrammeExchange | undefined> {
  return writeAs(jobs, exportJob, now, async (tx) => {
    const row = await exportedProgramme(tx, slug)
    if (!row) return undefined
    const keys = await exportKeys(tx, row.id)
    const file = await fileOf(tx, row, keys, parts)
    const { services = [], territories = [], commitments = [], organisations } = file
    keys.keep('programme', slug, row.id, file.programme)
    for (const party of await allParties(tx, row.id)) {
      const organisation = keys.key('organisations', party.organisation_id)
      const own = file.parties?.find((one) => one.organisation === organisation)
      if (own) keys.keep('parties', organisation, party.organisation_id, own)
    }
    const kept = keys.all({ services, territories, commitments, organisations })
    await keepExternalKeys(tx, { programmeId: row.id, source: 'export', now, keys: kept })
    return file
  })
}

async function fileOf(tx: ReadTx, row: Row, keys: ExportKeys, parts: ExchangePart[]): Promise<ProgrammeExchange> {
  for (const id of keys.imported('organisations')) keys.key('organisations', id)
  const programme = programmeOf(row, keys)
  const parties = await partiesOf(tx, row, keys)
  const written: Partial<ProgrammeExchange> = {}
  for (const part of [...ownParts, ...parts]) Object.assign(written, await part.write(tx, row.id, keys))
  for (const one of await collectiveMembers(tx, row.id)) keys.key('organisations', one.collective_id)
  const organisations = await writeOrganisations(tx, row.id, keys)
  return plain({ format: exchangeFormat, programme, organisations, ...said({ parties, ...written }) })
}

/** As a file holds it: what is not known is absent, at every depth. */
function plain(file: ProgrammeExchange): ProgrammeExchange {
  return JSON.parse(JSON.stringify(file))
}

type Row = NonNullable<Awaited<ReturnType<typeof exportedProgramme>>>

function programmeOf(row: Row, keys: ExportKeys): ProgrammeExchange['programme'] {
  const lang = row.lang as 'id' | 'en'
  const before = keys.extra('programme', row.id)
  return said({
    slug: row.slug,
    owner: before && before.owner === undefined ? undefined : keys.key('organisations', row.owner_id),
    names: wordsOrThrow(row.name, row.name_en, lang),
    lang: row.working_lang,
    summary: wordsOf(row.summary, row.summary_en, lang),
    status: row.status as ProgrammeExchange['programme']['status'],
    period: row.starts_on ? said({ from: row.starts_on, to: row.ends_on ?? undefined }) : undefined,
    place: wordsOf(row.place, row.place_en, lang),
    country: row.country ?? undefined,
    example: row.example ?? undefined,
    source: (row.source ?? undefined) as ProgrammeExchange['programme']['source'],
    evaluateAt: row.evaluate_at ?? undefined,
  })
}

async function partiesOf(tx: ReadTx, row: Row, keys: ExportKeys): Promise<ProgrammeExchange['parties']> {
  const parties = (await allParties(tx, row.id)).map((party) => {
    const before = keys.extra('parties', party.organisation_id)
    // The day that an import assumed is not said again.
    const assumed = before && before.since === undefined
    return said({
      organisation: keys.key('organisations', party.organisation_id),
      role: party.role,
      since: assumed ? undefined : party.since,
      until: party.until ?? undefined,
    })
  })
  return parties
}
