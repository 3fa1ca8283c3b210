import type { ReadTx } from '#kernel/database.ts'
import type { DirectoryExtensions } from './extensions.ts'
import { type Kept, mayMerge } from './organisation.ts'
import { type KeptPerson, mayMergePeople, type Post } from './person.ts'
import type { Reader } from './read-organisations.ts'
import { type Suggestion, suggestOrganisations } from './store/list-organisations.ts'
import * as store from './store/read-organisation.ts'
import { peopleNamed, postsOf, readOfficial, skillsOf } from './store/read-people.ts'
import { territoryNames } from './store/territories.ts'

/** `target`: the record that stays, once it is chosen; until then `found` offers some. */
export type MergeData = {
  from: Kept
  target: Kept | undefined
  q: string
  found: Suggestion[]
  moves: { names: number; identifiers: number; posts: number; children: number }
  inProgrammes: boolean
  /** Names of areas by their codes. */
  areas: Map<string, string>
  may: ReturnType<typeof mayMerge>
}

export async function loadMerge(
  tx: ReadTx,
  id: string,
  asked: { q?: string; into?: string },
  reader: Reader,
  { programmesOf }: DirectoryExtensions,
): Promise<MergeData | undefined> {
  const from = await store.readKept(tx, reader.actor, id)
  if (!from || from.merged_into_id) return undefined
  const target = asked.into ? await store.readKept(tx, reader.actor, asked.into) : undefined
  const q = (asked.q ?? from.name).slice(0, 200)
  const codes = [from.territory_code, target?.territory_code].filter((code) => typeof code === 'string')
  const found = target ? [] : await suggestOrganisations(tx, q, 11)
  return {
    from,
    target: target && !target.merged_into_id && target.id !== id ? target : undefined,
    q,
    found: found.filter((one) => one.id !== id).slice(0, 10),
    moves: {
      names: (await store.namesOf(tx, id)).length + 1,
      identifiers: (await store.identifiersOf(tx, id)).length,
      posts: (await postsOf(tx, { organisation: id })).length,
      children: (await store.childrenOf(tx, [id])).length,
    },
    areas: await territoryNames(tx, codes),
    inProgrammes: (await programmesOf(tx, [id], reader)).length > 0,
    may: mayMerge(reader.actor, from, target),
  }
}

export type MergePersonData = {
  from: KeptPerson
  target: KeptPerson | undefined
  q: string
  found: { id: string; name: string; posts: Post[] }[]
  moves: { posts: number; skills: number }
  posts: { from: Post[]; target: Post[] }
  may: ReturnType<typeof mayMergePeople>
}

export async function loadMergePerson(
  tx: ReadTx,
  id: string,
  asked: { q?: string; into?: string },
  { actor }: Reader,
): Promise<MergePersonData | undefined> {
  const from = await readOfficial(tx, actor, id)
  if (!from || from.merged_into_id) return undefined
  const chosen = asked.into ? await readOfficial(tx, actor, asked.into) : undefined
  const target = chosen && !chosen.merged_into_id && chosen.id !== id ? chosen : undefined
  const q = (asked.q ?? from.name).slice(0, 200)
  const found = target ? [] : (await peopleNamed(tx, q, 11)).filter((one) => one.id !== id)
  const posts = await postsOf(tx, { people: [id, ...(target ? [target.id] : []), ...found.map((one) => one.id)] })
  const of = (person: string) => posts.filter((post) => post.person_id === person)
  return {
    from,
    target,
    q,
    found: found.map((one) => ({ ...one, posts: of(one.id) })),
    moves: { posts: of(id).length, skills: (await skillsOf(tx, [id])).length },
    posts: { from: of(id), target: target ? of(target.id) : [] },
    may: mayMergePeople(actor, from, target),
  }
}
