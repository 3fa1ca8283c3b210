import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { FileDamaged, type FileStore, newFileKey } from '../files.ts'

/** What every kind of storage must do. */
export function fileStoreRules(name: string, files: FileStore): void {
  describe(name, () => {
    test('what was put is given back, listed with its size, and gone when removed', async () => {
      const key = newFileKey()
      await files.put(key, content('satu ', 'dua'))
      assert.equal(String(await buffer((await files.get(key))!)), 'satu dua')
      assert.deepEqual(await listed(files), [[key, 8]])
      await files.remove(key)
      await files.remove(key)
      assert.equal(await files.get(key), undefined)
      assert.deepEqual(await listed(files), [])
    })

    test('nothing, and twenty megabytes in pieces of any length, come back as they went', async () => {
      for (const lengths of [[], [0], [20 * 1024 * 1024], [9_000_000, 1, 8_388_608, 7], [8_388_608, 8_388_608]]) {
        const key = newFileKey()
        const pieces = lengths.map((length, at) => Buffer.alloc(length, `${at}abc`))
        const whole = Buffer.concat(pieces)
        await files.put(key, content(...pieces))
        const there = (await files.get(key, { size: whole.length, sha256: sha256(whole) }))!
        assert.ok(whole.equals(await buffer(there)), String(lengths))
        assert.deepEqual(await listed(files), [[key, whole.length]])
        await files.remove(key)
      }
    })

    test('what is not what was kept breaks off before its end', async () => {
      const key = newFileKey()
      await files.put(key, content('abcdef'))
      const wrong = [
        { size: 6, sha256: sha256('abcdeg') },
        { size: 5, sha256: sha256('abcde') },
        { size: 7, sha256: sha256('abcdef') },
      ]
      for (const expected of wrong) {
        const got: Buffer[] = []
        const reading = async () => {
          for await (const piece of (await files.get(key, expected))!) got.push(piece)
        }
        await assert.rejects(reading(), FileDamaged)
        assert.ok(Buffer.concat(got).length < 6)
      }
      await files.remove(key)
    })

    test('content that breaks off leaves nothing, large or small', async () => {
      for (const length of [4, 9_000_000]) {
        async function* breaking() {
          yield Buffer.alloc(length)
          yield Buffer.alloc(length)
          throw new Error('gone')
        }
        await assert.rejects(files.put(newFileKey(), breaking()), /gone/)
      }
      assert.deepEqual(await listed(files), [])
      assert.deepEqual(readdirSync(await files.waitingRoom()), [])
    })

    test('what was left half received is swept by its age', async () => {
      const before = new Date()
      const room = await files.waitingRoom()
      const [old, young] = [join(room, newFileKey()), join(room, newFileKey())]
      for (const [path, seconds] of [
        [old, -1],
        [young, 1],
      ] as const) {
        writeFileSync(path, 'x')
        utimesSync(path, before, new Date(before.getTime() + seconds * 1_000))
      }
      assert.equal(await files.sweepUnfinished(before), 1)
      assert.equal(readdirSync(room).length, 1)
      assert.equal(await files.sweepUnfinished(new Date(Date.now() + 60_000)), 1)
    })

    test('it says that it is there, whatever it holds', async () => {
      const keys = [newFileKey(), newFileKey()]
      for (const key of keys) await files.put(key, content('x'))
      assert.deepEqual(await files.standing(), { kind: 'open' })
      for (const key of keys) await files.remove(key)
    })
  })
}

async function* content(...pieces: (string | Buffer)[]) {
  for (const piece of pieces) yield Buffer.from(piece)
}

async function listed(files: FileStore): Promise<[string, number][]> {
  const found: [string, number][] = []
  for await (const file of files.list()) found.push([file.key, file.size])
  return found.sort()
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
