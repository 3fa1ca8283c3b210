import type { Deps } from '#kernel/web/request.ts'
import { createUser } from '#modules/accounts/public.ts'
import { addOrganisation } from '#modules/directory/operations/add-organisation.ts'
import { addPerson } from '#modules/directory/operations/add-person.ts'
import { emailOf, examplePassword, type OrganisationKey, organisations, type PersonKey, people } from './cast.ts'
import type { Teller } from './tell.ts'

type Ids = { organisations: Record<OrganisationKey, string>; people: Record<PersonKey, string> }

/** The operator's account comes from the command line; the operator then enters organisations, people and accounts. */
export async function enterPeople(deps: Deps, teller: Teller): Promise<Ids> {
  const ids: Ids = { organisations: {}, people: {} } as Ids
  ids.people.operator = await account(deps, teller, 'operator')
  for (const key of Object.keys(organisations) as OrganisationKey[]) {
    const { name, acronym, kind } = organisations[key]
    const { id } = await teller.act(ids.people.operator, addOrganisation, { name, acronym, kind })
    ids.organisations[key] = id
  }
  for (const key of Object.keys(people) as PersonKey[]) {
    if (key === 'operator') continue
    const { name, at, post, seat } = people[key]
    const input = { id: ids.organisations[at], name, post, head: seat === 'head', startsOn: teller.dateOf(0) }
    const { personId } = await teller.act(ids.people.operator, addPerson, input)
    ids.people[key] = await account(deps, teller, key, personId)
  }
  return ids
}

async function account(deps: Deps, teller: Teller, key: PersonKey, personId?: string): Promise<string> {
  const { name, role } = people[key]
  const roles = role ? [role] : []
  const user = { name, email: emailOf(key), roles, password: examplePassword, personId }
  const outcome = await createUser(deps, user, teller.now())
  if (outcome.kind !== 'done') throw new Error(`account of ${key}: ${outcome.kind}`)
  return outcome.value.personId
}
