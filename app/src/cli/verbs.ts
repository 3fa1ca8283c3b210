import type { Verb } from './verb.ts'
import { doctorVerb } from './verbs/doctor.ts'
import { migrateVerb } from './verbs/migrate.ts'

export const verbs: Verb[] = [migrateVerb, doctorVerb]
