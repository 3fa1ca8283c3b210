import type { Deps } from '#kernel/web/request.ts'
import { readPlan } from './federal-data-strategy/read-plan.ts'
import { emailOf, examplePassword, type PersonKey, people } from './mekarsari/cast.ts'
import { tellStory } from './mekarsari/story.ts'

/** An example account, shown on the sign-in page. `role` in both languages. */
export type DemoSignIn = { email: string; password: string; role: (lang: 'id' | 'en') => string }

export const demoSignIns: DemoSignIn[] = (Object.keys(people) as PersonKey[]).flatMap((key) => {
  const { demo } = people[key]
  return demo ? [{ email: emailOf(key), password: examplePassword, role: (lang: 'id' | 'en') => demo[lang] }] : []
})

/** Everyone of the example who can sign in, with the one password. */
export const exampleEmails = (Object.keys(people) as PersonKey[]).map(emailOf)

/** The example installation: a real programme restated from its published plan, and an invented one with a year of history. */
export async function seedWorld(deps: Deps, say: (message: string) => void): Promise<DemoSignIn[]> {
  const began = performance.now()
  await readPlan(deps)
  await tellStory(deps)
  say(`example data made (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return demoSignIns
}
