import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../../..')

/** The reference data lies beside the repository, or where the variable says; it is never part of it. */
export function referenceFolder(name: string): string | null {
  const folder = join(process.env.MUFAKAT_REFERENCE_DATA ?? join(root, '../shared/data'), name)
  return existsSync(folder) ? folder : null
}

/** The map and tables that the reader of foreign tables is tested with. */
export function tabularFixture(name: string): Buffer {
  return readFileSync(join(root, 'app/src/kernel/tabular/fixtures', name))
}
