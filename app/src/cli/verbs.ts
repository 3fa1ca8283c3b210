import type { Verb } from './verb.ts'
import { doctorVerb } from './verbs/doctor.ts'
import { migrateVerb } from './verbs/migrate.ts'
import { userCreateVerb } from './verbs/user-create.ts'

export const verbs: Verb[] = [migrateVerb, userCreateVerb, doctorVerb]
