import type { ReadTx } from '#kernel/database.ts'
import type { ExchangeOrganisation } from '../exchange-format.ts'
import { collectiveMembers, exportedOrganisations } from '../store/exported.ts'
import type { ExportKeys } from './keys.ts'
import { said } from './words.ts'

type Body = Awaited<ReturnType<typeof exportedOrganisations>>[number]

/** Every body that the file names, with those above it and those that a collective stands for. */
export async function writeOrganisations(
  tx: ReadTx,
  programmeId: string,
  keys: ExportKeys,
): Promise<ExchangeOrganisation[]> {
  const members = Map.groupBy(await collectiveMembers(tx, programmeId), (row) => row.collective_id)
  for (const id of keys.named('organisations'))
    for (const row of members.get(id) ?? []) keys.key('organisations', row.member_id)
  const bodies = new Map<string, Body>()
  for (let wanted = keys.named('organisations'); wanted.length > 0; ) {
    const found = await exportedOrganisations(tx, wanted)
    for (const body of found) {
      bodies.set(body.id, body)
      for (const id of [body.parent_id, body.merged_into_id]) if (id) keys.key('organisations', id)
    }
    wanted = keys.named('organisations').filter((id) => !bodies.has(id))
  }
  return [...bodies.values()].map((body) => organisationOf(body, members.get(body.id) ?? [], keys))
}

function organisationOf(body: Body, members: { member_id: string }[], keys: ExportKeys): ExchangeOrganisation {
  const before = (keys.extra('organisations', body.id) ?? {}) as Partial<ExchangeOrganisation>
  const key = (id: string | null) => (id ? keys.key('organisations', id) : undefined)
  const named = (kind: string) => body.names.filter((name) => name.kind === kind).map((name) => name.name)
  return said({
    key: keys.key('organisations', body.id),
    name: body.name,
    lang: asWritten(body.lang, before.lang, before.lang === 'id' ? 'id' : 'en'),
    names: before.names,
    acronyms: [...(body.acronym ? [body.acronym] : []), ...named('acronym')],
    formerNames: named('former'),
    kind: body.kind as ExchangeOrganisation['kind'],
    parent: key(body.parent_id),
    founded: body.founded_on ?? undefined,
    dissolved: body.dissolved_on ?? undefined,
    mergedInto: key(body.merged_into_id),
    collective: members.length > 0 ? true : before.collective,
    members:
      members.length > 0
        ? inOrderOf(
            before.members,
            members.map((row) => keys.key('organisations', row.member_id)),
          )
        : undefined,
    membersComplete: before.membersComplete,
    identifiers: body.identifiers.map(({ scheme, value }) => ({ scheme, id: value })),
    country: before.key && before.country === undefined && body.country === 'ID' ? undefined : body.country,
    url: body.website ?? undefined,
  })
}

/** What the file said, as long as the row still says the same. */
function asWritten(value: string, written: string | undefined, read: string): string {
  return written !== undefined && value === read ? written : value
}

function inOrderOf(before: string[] | undefined, keys: string[]): string[] {
  const place = new Map((before ?? []).map((key, index) => [key, index]))
  return keys.sort((a, b) => (place.get(a) ?? 1e6) - (place.get(b) ?? 1e6))
}
