import { globSync } from 'node:fs'
import { join } from 'node:path'
import { seedFirstStart } from '#app/start/seed.ts'
import { migrated, type TestDatabase, templateName, testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'

const root = join(import.meta.dirname, '../../..')

/** The day of the example's first start, and the present of whoever tests with it. */
export const exampleNow = new Date('2026-11-24T03:00:00Z')

/** The database after a first start, which is told once a run and cloned by every test that reads it; the documents' files are not kept. */
export function exampleDatabase(): Promise<TestDatabase> {
  const make = (db: TestDatabase) =>
    seedFirstStart(
      testDeps(db, () => exampleNow, false),
      () => {},
    )
  return testDatabase({ name: templateName('example', sources()), from: migrated(), make })
}

/** Whatever can change how the example is told. */
function sources(): string[] {
  const patterns = ['app/{src,world}/**/*.{ts,tsx,sql,json,csv}', 'packages/*/src/**/*.ts']
  return globSync(patterns, { cwd: root, exclude: (path) => /\.test\.tsx?$|node_modules/.test(path) })
    .sort()
    .map((path) => join(root, path))
}
