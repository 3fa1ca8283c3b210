import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Schemas and shapes of others lie beside the repository, or where the variable says; they are never part of it. */
export function reference(folder: string) {
  const root = process.env.MUFAKAT_REFERENCE_DATA ?? join(import.meta.dirname, '../../../../../../shared/data')
  const path = join(root, folder)
  return {
    skip: existsSync(path) ? false : `reference data not present: ${folder}`,
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
  }
}
