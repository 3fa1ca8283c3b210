import type { Verb } from './verb.ts'
import { doctorVerb } from './verbs/doctor.ts'
import { evaluateVerb } from './verbs/evaluate.ts'
import { exportProgrammeVerb } from './verbs/export-programme.ts'
import { importCsvVerb } from './verbs/import-csv.ts'
import { importProgrammeVerb } from './verbs/import-programme.ts'
import { importTerritoriesVerb } from './verbs/import-territories.ts'
import { keysRotateVerb } from './verbs/keys-rotate.ts'
import { logHammerVerb } from './verbs/log-hammer.ts'
import { logVerifyVerb } from './verbs/log-verify.ts'
import { migrateVerb } from './verbs/migrate.ts'
import { proposeMapVerb } from './verbs/propose-map.ts'
import { scanTextsVerb } from './verbs/scan-texts.ts'
import { userCreateVerb } from './verbs/user-create.ts'
import { userLinkVerb } from './verbs/user-link.ts'

export const verbs: Verb[] = [
  migrateVerb,
  userCreateVerb,
  userLinkVerb,
  importProgrammeVerb,
  exportProgrammeVerb,
  importCsvVerb,
  proposeMapVerb,
  importTerritoriesVerb,
  evaluateVerb,
  scanTextsVerb,
  keysRotateVerb,
  logVerifyVerb,
  logHammerVerb,
  doctorVerb,
]
