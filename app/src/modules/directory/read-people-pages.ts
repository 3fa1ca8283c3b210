import type { ReadTx } from '#kernel/database.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { DirectoryExtensions, SeatOf } from './extensions.ts'
import { type Kept, mayAppoint } from './organisation.ts'
import {
  isCurrent,
  type KeptPerson,
  mayDeclareSkill,
  mayEditPerson,
  mayMergePeople,
  type Post,
  type Skill,
} from './person.ts'
import { exampleOf, type Reader } from './read-organisations.ts'
import { keepingOf, readKept, readOrganisation } from './store/read-organisation.ts'
import * as store from './store/read-people.ts'
import { knowersOf, type SkillCount, skillCounts } from './store/skills.ts'

export type PeopleData = {
  rows: store.ListedPerson[]
  total: number
  filter: store.PeopleFilter
  organisation: { id: string; name: string } | undefined
  example: string | undefined
}

export async function loadPeople(
  tx: ReadTx,
  filter: store.PeopleFilter,
  reader: Reader,
  { seatsOf }: DirectoryExtensions,
): Promise<PeopleData> {
  const { rows, total } = await store.listPeople(tx, filter, reader.today)
  const seats = await seatsOf(
    tx,
    rows.map((row) => row.id),
    reader,
  )
  const organisation = filter.organisation ? await readOrganisation(tx, filter.organisation) : undefined
  return { rows, total, filter, organisation, example: exampleOf(seats) }
}

export type ShownPost = Post & { may: Verdict; open: boolean }
export type PersonData = {
  person: KeptPerson
  posts: ShownPost[]
  skills: Skill[]
  seats: SeatOf[]
  merged: { id: string; name: string }[]
  may: { edit: Verdict; skill: Verdict; merge: Verdict }
  example: string | undefined
}

export async function loadPerson(
  tx: ReadTx,
  id: string,
  reader: Reader,
  { seatsOf }: DirectoryExtensions,
): Promise<PersonData | undefined> {
  const { actor, today } = reader
  const person = await store.readOfficial(tx, actor, id)
  if (!person || person.merged_into_id) return undefined
  const posts: ShownPost[] = []
  for (const post of await store.postsOf(tx, { people: [id] })) {
    const open = isCurrent(post, today) || post.starts_on > today
    posts.push({ ...post, open, may: await mayEnd(tx, post, reader) })
  }
  const merged = await store.peopleMergedInto(tx, id)
  const seats = await seatsOf(tx, [id, ...merged.map((one) => one.id)], reader)
  return {
    person,
    posts,
    skills: await store.skillsOf(tx, [id]),
    seats,
    merged,
    may: {
      edit: mayEditPerson(actor, person),
      skill: mayDeclareSkill(actor, id),
      merge: mayMergePeople(actor, person),
    },
    example: exampleOf(seats),
  }
}

async function mayEnd(tx: ReadTx, post: Post, { actor }: Reader): Promise<Verdict> {
  const organisation = await readOrganisation(tx, post.organisation_id)
  const keeping = await keepingOf(tx, actor, post.organisation_id)
  return mayAppoint(actor, { ...organisation!, ...keeping }, post.head)
}

export type AppointData = { organisation: Kept; q: string; found: { id: string; name: string; posts: Post[] }[] }

/** The organisation, and the people on record whose name was looked for. */
export async function loadAppointment(
  tx: ReadTx,
  id: string,
  q: string,
  { actor }: Reader,
): Promise<AppointData | undefined> {
  const organisation = await readKept(tx, actor, id)
  if (!organisation || organisation.merged_into_id) return undefined
  const found = await store.peopleNamed(tx, q, 20)
  const posts = await store.postsOf(tx, { people: found.map((one) => one.id) })
  return {
    organisation,
    q,
    found: found.map((one) => ({ ...one, posts: posts.filter((post) => post.person_id === one.id) })),
  }
}

export type EndPostData = { post: Post; organisation: Kept }

export async function loadEndPost(
  tx: ReadTx,
  personId: string,
  membershipId: string,
  { actor }: Reader,
): Promise<EndPostData | undefined> {
  const post = await store.readPost(tx, membershipId)
  if (!post || post.person_id !== personId) return undefined
  const organisation = await readKept(tx, actor, post.organisation_id)
  return organisation && { post, organisation }
}

export type PersonFormData = { person: KeptPerson; skill?: Skill }

export async function loadPersonForm(
  tx: ReadTx,
  id: string,
  { actor }: Reader,
  skillId?: string,
): Promise<PersonFormData | undefined> {
  const person = await store.readOfficial(tx, actor, id)
  if (!person || person.merged_into_id) return undefined
  if (skillId === undefined) return { person }
  const skill = (await store.skillsOf(tx, [id])).find((one) => one.id === skillId)
  return skill && { person, skill }
}

export type Knower = { person_id: string; person: string; skill: string; lang: string; posts: Post[] }
export type SkillsData = {
  q: string
  page: number
  total: number
  counts: SkillCount[]
  knowers: Knower[]
  /** The reader's own page, if there is one. */
  own: string | undefined
}

export async function loadSkills(tx: ReadTx, q: string, page: number, { actor, today }: Reader): Promise<SkillsData> {
  const official = actor.kind === 'person' && mayDeclareSkill(actor, actor.personId) === true
  const own = official && actor.organisationIds.length > 0 ? actor.personId : undefined
  if (!q) {
    const { rows, total } = await skillCounts(tx, page)
    return { q, page, total, counts: rows, knowers: [], own }
  }
  const { rows, total } = await knowersOf(tx, q, page)
  const posts = await store.postsOf(tx, { people: rows.map((row) => row.person_id) })
  const knowers = rows.map((row) => ({
    ...row,
    posts: posts.filter((post) => post.person_id === row.person_id && isCurrent(post, today)),
  }))
  return { q, page, total, counts: [], knowers, own }
}
