import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, test } from 'node:test'
import { diskFiles } from './files/disk.ts'
import { s3Files } from './files/s3.ts'
import { newFileKey } from './files.ts'
import { fileStoreRules } from './testing/file-store-rules.ts'
import { newBucket, s3Server } from './testing/s3-server.ts'

const parent = mkdtempSync(join(tmpdir(), 'mufakat-files-'))
after(() => rmSync(parent, { recursive: true, force: true }))
const folder = join(parent, 'files')
const files = diskFiles(folder)

fileStoreRules('files on the disk', files)
const bucket = s3Files(await newBucket(await s3Server()), { waiting: join(parent, 'waiting') })
fileStoreRules('files in a bucket', bucket)

test('a name that is no key reaches no storage', async () => {
  for (const store of [files, bucket])
    for (const key of ['../../etc/passwd', '', 'a'.repeat(47), 'A'.repeat(48), `${'a'.repeat(48)}/..`]) {
      await assert.rejects(async () => store.put(key, Readable.from(['x'])), /not a key/)
      await assert.rejects(store.get(key), /not a key/)
      await assert.rejects(async () => store.remove(key), /not a key/)
    }
})

test('folders are the server’s alone', async () => {
  const key = newFileKey()
  await files.put(key, Readable.from([Buffer.from('x')]))
  for (const path of [folder, join(folder, 'waiting'), join(folder, key.slice(0, 2))])
    assert.equal(statSync(path).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, key.slice(0, 2), key)).mode & 0o777, 0o600)
  await files.remove(key)
})

test('a folder that was never made holds nothing', async () => {
  for await (const _ of diskFiles(join(parent, 'none')).list()) assert.fail('nothing is there')
})
