import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Deps } from '#kernel/web/request.ts'
import { createUser } from '#modules/accounts/create-user.ts'
import { emailOf, examplePassword, type OrganisationKey, organisations, type PersonKey, people } from './cast.ts'
import type { Teller } from './tell.ts'

type Ids = { organisations: Record<OrganisationKey, string>; people: Record<PersonKey, string> }

/** What an operator enters before anything else: the organisations, and an account for each person. */
export async function enterPeople(deps: Deps, teller: Teller): Promise<Ids> {
  const bodies = await enterOrganisations(deps, teller)
  const ids = {} as Record<PersonKey, string>
  for (const key of Object.keys(people) as PersonKey[]) {
    const { name, at, post, role } = people[key]
    const roles = role ? [role] : []
    const account = {
      name,
      email: emailOf(key),
      organisation: organisations[at].name,
      post,
      roles,
      password: examplePassword,
    }
    const outcome = await createUser(deps, account, teller.now())
    if (outcome.kind !== 'done') throw new Error(`account of ${key}: ${outcome.kind}`)
    ids[key] = outcome.value.personId
    await appoint(deps, teller, {
      personId: ids[key],
      organisationId: bodies[at],
      post,
      head: people[key].seat === 'head',
    })
  }
  return { organisations: bodies, people: ids }
}

async function enterOrganisations(deps: Deps, teller: Teller): Promise<Record<OrganisationKey, string>> {
  const now = teller.now()
  const ids = {} as Record<OrganisationKey, string>
  await writeAs(deps.jobs, { kind: 'job', job: 'seed', classes: ['public'] }, now, async (tx) => {
    for (const [key, { name, acronym, kind }] of Object.entries(organisations)) {
      const id = newId(now)
      ids[key as OrganisationKey] = id
      await tx
        .insertInto('organisations')
        .values({ id, name, acronym: acronym ?? null, kind, lang: 'id', created_at: now })
        .execute()
    }
  })
  return ids
}

type Appointment = { personId: string; organisationId: string; post: string; head: boolean }

async function appoint(
  deps: Deps,
  teller: Teller,
  { personId, organisationId, post, head }: Appointment,
): Promise<void> {
  const now = teller.now()
  await writeAs(deps.jobs, { kind: 'job', job: 'seed', classes: ['public'] }, now, async (tx) => {
    const row = { id: newId(now), person_id: personId, organisation_id: organisationId, post, head, lang: 'id' }
    await tx
      .insertInto('memberships')
      .values({ ...row, starts_on: teller.dateOf(0), created_at: now })
      .execute()
  })
}
