import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'

test('the generated types are those of the migrated schema', () => {
  const root = join(import.meta.dirname, '../../..')
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'bin/schema.ts', '--verify'], {
    cwd: root,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr + stdout)
})
