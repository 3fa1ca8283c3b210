import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { diskFiles, newFileKey } from './files.ts'

const parent = mkdtempSync(join(tmpdir(), 'mufakat-files-'))
after(() => rmSync(parent, { recursive: true, force: true }))
const folder = join(parent, 'files')
const files = diskFiles(folder)
const whole = () => readdirSync(folder, { recursive: true }).filter((path) => /[0-9a-f]{48}/.test(String(path)))

async function* content(...chunks: string[]) {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('what was put is given back, listed with its size, and gone when removed', async () => {
  const key = newFileKey()
  await files.put(key, content('satu ', 'dua'))
  assert.equal(String(await buffer((await files.get(key))!)), 'satu dua')
  const listed = []
  for await (const file of files.list()) listed.push([file.key, file.size])
  assert.deepEqual(listed, [[key, 8]])
  await files.remove(key)
  await files.remove(key)
  assert.equal(await files.get(key), undefined)
})

test('folders are the server’s alone', async () => {
  const key = newFileKey()
  await files.put(key, content('x'))
  for (const path of [folder, join(folder, 'waiting'), join(folder, key.slice(0, 2))])
    assert.equal(statSync(path).mode & 0o777, 0o700)
  await files.remove(key)
})

test('content that breaks off leaves nothing', async () => {
  async function* breaking() {
    yield Buffer.from('half')
    throw new Error('gone')
  }
  await assert.rejects(files.put(newFileKey(), breaking()), /gone/)
  assert.deepEqual(whole(), [])
})

test('a name that is no key reaches no disk', async () => {
  for (const key of ['../../etc/passwd', '', 'a'.repeat(47), 'A'.repeat(48), `${'a'.repeat(48)}/..`]) {
    await assert.rejects(files.put(key, content('x')), /not a key/)
    await assert.rejects(files.get(key), /not a key/)
    await assert.rejects(async () => files.remove(key), /not a key/)
  }
})

test('a folder that was never made holds nothing', async () => {
  for await (const _ of diskFiles(join(parent, 'none')).list()) assert.fail('nothing is there')
})
