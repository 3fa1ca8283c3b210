import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { historyOf } from '#kernel/event.ts'
import type { Lang, Verdict } from '#kernel/reason.ts'
import { findPairs, type Pair } from './duplicates.ts'
import type { DirectoryExtensions, PartyIn } from './extensions.ts'
import {
  type Identifier,
  type Kept,
  mayAddOrganisation,
  mayAppoint,
  mayDissolve,
  mayKeep,
  mayMerge,
  type OtherName,
} from './organisation.ts'
import { isCurrent, type Post } from './person.ts'
import { indexOrganisations } from './store/index-organisations.ts'
import { type ListedOrganisation, listOrganisations, type OrganisationFilter } from './store/list-organisations.ts'
import * as store from './store/read-organisation.ts'
import { postsOf } from './store/read-people.ts'
import { skillsIn } from './store/skills.ts'
import { readTerritory, territoriesAbove, territoriesBelow } from './store/territories.ts'
import { codesAbove, type Territory } from './territory.ts'

export type Reader = { actor: Actor; today: string; lang: Lang }
type Choice = { value: string; label: string }

export type OrganisationsData = {
  rows: ListedOrganisation[]
  total: number
  filter: OrganisationFilter
  areas: Choice[]
  mayAdd: Verdict
  example: string | undefined
}

export async function loadOrganisations(
  tx: ReadTx,
  filter: OrganisationFilter,
  reader: Reader,
  { programmesOf }: DirectoryExtensions,
): Promise<OrganisationsData> {
  const { rows, total } = await listOrganisations(tx, filter, reader.today)
  const parties = await programmesOf(
    tx,
    rows.map((row) => row.id),
    reader,
  )
  const areas = await areaChoices(tx, filter.area)
  return { rows, total, filter, areas, mayAdd: mayAddOrganisation(reader.actor), example: exampleOf(parties) }
}

/** Provinces; below the chosen one its regencies and cities. */
async function areaChoices(tx: ReadTx, chosen: string): Promise<Choice[]> {
  const { rows: provinces } = await territoriesBelow(tx, null)
  const [province = chosen] = codesAbove(chosen)
  const below = province ? (await territoriesBelow(tx, province)).rows : []
  const choices = provinces.flatMap(({ code, name }) => [
    { value: code, label: name },
    ...(code === province ? below.map((one) => ({ value: one.code, label: `– ${one.name}` })) : []),
  ])
  if (!chosen || choices.some((one) => one.value === chosen)) return choices
  const smaller = await readTerritory(tx, chosen)
  return smaller ? [...choices, { value: smaller.code, label: smaller.name }] : choices
}

/** What the page says above everything when it shows an invented programme's records. */
export function exampleOf(of: { example: string | null }[]): string | undefined {
  return of.find((one) => one.example !== null)?.example ?? undefined
}

export type OrganisationData = {
  organisation: Kept
  area: Territory[]
  parent: store.Named | undefined
  children: store.Named[]
  names: OtherName[]
  identifiers: Identifier[]
  now: Post[]
  before: Post[]
  skills: { skill: string; people: number }[]
  programmes: PartyIn[]
  merged: store.Named[]
  history: { name: string; at: string; person: string | null }[]
  may: { edit: Verdict; appoint: Verdict; dissolve: Verdict; merge: Verdict }
  example: string | undefined
}

export async function loadOrganisation(
  tx: ReadTx,
  id: string,
  reader: Reader,
  { programmesOf }: DirectoryExtensions,
): Promise<OrganisationData | undefined> {
  const { actor, today } = reader
  const organisation = await store.readKept(tx, actor, id)
  if (!organisation || organisation.merged_into_id) return undefined
  const merged = await store.mergedInto(tx, id)
  const ids = [id, ...merged.map((one) => one.id)]
  const posts = await postsOf(tx, { organisation: id })
  const programmes = await programmesOf(tx, ids, reader)
  const history = await historyOf(tx, id, { limit: 30 })
  return {
    organisation,
    area: await areaOf(tx, organisation.territory_code),
    parent: await parentOf(tx, organisation),
    children: await store.childrenOf(tx, ids),
    names: await store.namesOf(tx, id),
    identifiers: await store.identifiersOf(tx, id),
    now: posts.filter((post) => isCurrent(post, today) || post.starts_on > today),
    before: posts.filter((post) => post.ends_on !== null && post.ends_on < today),
    skills: await skillsIn(tx, id),
    programmes,
    merged,
    history: history.map(({ name, at, person }) => ({ name, at, person })),
    may: {
      edit: mayKeep(actor, organisation),
      appoint: mayAppoint(actor, organisation, false),
      dissolve: mayDissolve(actor, organisation),
      merge: mayMerge(actor, organisation),
    },
    example: exampleOf(programmes),
  }
}

async function areaOf(tx: ReadTx, code: string | null): Promise<Territory[]> {
  const area = code ? await readTerritory(tx, code) : undefined
  return area ? [...(await territoriesAbove(tx, area.code)), area] : []
}

/** The body above it; a record that was merged away leads on. */
async function parentOf(tx: ReadTx, organisation: Kept): Promise<store.Named | undefined> {
  if (!organisation.parent_id) return undefined
  const id = (await store.survivorOf(tx, organisation.parent_id)) ?? organisation.parent_id
  const parent = await store.readOrganisation(tx, id)
  return (
    parent && { id, name: parent.name, acronym: parent.acronym, lang: parent.lang, dissolved_on: parent.dissolved_on }
  )
}

export type OrganisationFormData = { organisation: Kept; parent: string; area: string; openPosts: number }

/** What the forms about one organisation show. */
export async function loadOrganisationForm(
  tx: ReadTx,
  id: string,
  { actor, today }: Reader,
): Promise<OrganisationFormData | undefined> {
  const organisation = await store.readKept(tx, actor, id)
  if (!organisation || organisation.merged_into_id) return undefined
  const posts = await postsOf(tx, { organisation: id })
  const area = organisation.territory_code ? await readTerritory(tx, organisation.territory_code) : undefined
  return {
    organisation,
    parent: (await parentOf(tx, organisation))?.name ?? '',
    area: area ? area.code : (organisation.territory_code ?? ''),
    openPosts: posts.filter((post) => post.ends_on === null || post.ends_on > today).length,
  }
}

export type DuplicatesData = { pairs: Pair[]; total: number; page: number }
export const pairsShown = 25

/** For those who may merge; others are told nothing of it. */
export async function loadDuplicates(tx: ReadTx, page: number, { actor }: Reader): Promise<DuplicatesData | undefined> {
  if (mayAddOrganisation(actor) !== true) return undefined
  const pairs = findPairs(await indexOrganisations(tx))
  return { pairs: pairs.slice((page - 1) * pairsShown, page * pairsShown), total: pairs.length, page }
}
