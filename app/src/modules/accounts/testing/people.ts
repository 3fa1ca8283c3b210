import assert from 'node:assert/strict'
import type { Cast, PersonKey } from '#kernel/testing/cast.ts'
import type { TestDatabase } from '#kernel/testing/database.ts'
import type { testSite } from '#kernel/testing/site.ts'
import { createUser } from '../public.ts'
import { browser } from './browser.ts'

export const password = 'perahu kertas di sungai'
type Site = ReturnType<typeof testSite>

/** People who sign in with one shared password: new ones, and those of the cast. */
export async function peopleOf(db: TestDatabase, site: Site) {
  let made = 0
  const add = async (roles: 'operator'[] = []) => {
    made += 1
    const email = `orang${made}@dinkes.example`
    const outcome = await createUser(site.deps, { name: `Orang ke-${made}`, email, roles, password }, site.time.now)
    assert.equal(outcome.kind, 'done')
    return { email, id: outcome.kind === 'done' ? outcome.value.personId : '' }
  }
  const { id } = await add()
  const { password_hash } = await db.admin.kysely
    .selectFrom('accounts')
    .select('password_hash')
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow()
  const signedIn = async (email: string) => {
    const person = browser(site)
    assert.equal((await person.post('/sign-in', { email, password })).headers.get('location'), '/work')
    return person
  }
  return {
    add,
    signedIn,
    async castSignedIn(people: Cast['people'], key: PersonKey) {
      await db.admin.kysely
        .updateTable('accounts')
        .set({ password_hash })
        .where('person_id', '=', people[key].id)
        .execute()
      return signedIn(people[key].email)
    },
  }
}
