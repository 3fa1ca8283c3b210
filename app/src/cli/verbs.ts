import type { Verb } from './verb.ts'
import { doctorVerb } from './verbs/doctor.ts'
import { importCsvVerb } from './verbs/import-csv.ts'
import { migrateVerb } from './verbs/migrate.ts'
import { proposeMapVerb } from './verbs/propose-map.ts'
import { userCreateVerb } from './verbs/user-create.ts'

export const verbs: Verb[] = [migrateVerb, userCreateVerb, importCsvVerb, proposeMapVerb, doctorVerb]
