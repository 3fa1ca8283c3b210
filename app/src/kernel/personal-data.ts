import type { ReadTx } from './database.ts'
import type { Keys } from './keys/keys.ts'
import type { Text } from './reason.ts'

/** One value of a personal record, as it is shown and exported. */
export type PersonalValue = string | number | boolean | Date | null
export type PersonalRow = Record<string, PersonalValue>

/**
 * What one room holds about a person, for the export of one's own data: modules.ts lists them. `read` runs as that
 * person, so it gives what they may see; a room that keeps more about them declares it here too.
 */
export type PersonalData = {
  /** Key in the file: `declarations`. */
  name: string
  title: Text
  /** What each key of a row is called. */
  columns: Record<string, Text>
  read(tx: ReadTx, personId: string, today: string, keys: Keys): Promise<PersonalRow[]>
}
