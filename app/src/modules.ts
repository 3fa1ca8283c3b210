import type { Module } from '#kernel/module.ts'
import type { Text } from '#kernel/reason.ts'
import { about } from '#modules/about/module.ts'
import { accounts } from '#modules/accounts/module.ts'
import { objectives } from '#modules/objectives/module.ts'
import { objectivePaths } from '#modules/objectives/paths.ts'
import { measuredObjectives, objectivesOf } from '#modules/objectives/public.ts'
import { words as objectiveWords } from '#modules/objectives/words.ts'
import { operator } from '#modules/operator/module.ts'
import { programmesWith } from '#modules/programmes/module.ts'
import { tasksModule } from '#modules/tasks/module.ts'
import type { DemoSignIn } from '#world/seed.ts'

/** Every room of the house, lower tiers first. */
export function allModules(options: { demoSignIns: DemoSignIn[] }): Module[] {
  return [
    about,
    accounts({ demoSignIns: options.demoSignIns }),
    programmesWith({ eventNames: namesOf(objectiveWords.id.events, objectiveWords.en.events) }),
    objectives,
    tasksModule({ measuredObjectives, objectivesOf, objectiveHref: objectivePaths.one }),
    operator,
  ]
}

function namesOf<E extends Record<string, string>>(id: E, en: Record<keyof E, string>): Record<string, Text> {
  return Object.fromEntries(Object.keys(id).map((name) => [name, (lang) => (lang === 'id' ? id[name]! : en[name]!)]))
}
