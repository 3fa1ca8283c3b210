import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import { s3Files } from '../files/s3.ts'
import { type S3Place, s3Requests, usualPatience } from '../files/s3-requests.ts'
import { type FileStore, newFileKey } from '../files.ts'

/** Says its port, then serves until it is ended; it checks signatures against this one pair. */
const program = `
  const S3rver = require(process.argv[1])
  new S3rver({ directory: process.argv[2], address: '127.0.0.1', port: 0, silent: true }).run()
    .then(({ port }) => console.log(port))`
const known = { region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** A real S3 server in a process of its own, ended with the test file; or the one that MUFAKAT_TEST_S3 names. */
export async function s3Server(): Promise<string> {
  if (process.env.MUFAKAT_TEST_S3) return process.env.MUFAKAT_TEST_S3
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-s3-'))
  const server = createRequire(join(process.cwd(), 'package.json')).resolve('@20minutes/s3rver')
  const child = spawn(process.execPath, ['-e', program, server, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  after(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const [port] = await once(createInterface({ input: child.stdout! }), 'line')
  return `http://127.0.0.1:${port}`
}

export async function newBucket(endpoint: string): Promise<S3Place> {
  const place = { endpoint, bucket: `b${newFileKey()}`, ...known }
  ;(await s3Requests(place, usualPatience).ask({ method: 'PUT' })).resume()
  return place
}

/** A bucket of a test's own, made when it is first used. */
export function bucketFiles(endpoint: string, waiting: string): FileStore {
  const store = newBucket(endpoint).then((place) => s3Files(place, { waiting }))
  return {
    put: async (...all) => (await store).put(...all),
    get: async (...all) => (await store).get(...all),
    remove: async (...all) => (await store).remove(...all),
    async *list() {
      yield* (await store).list()
    },
    waitingRoom: async () => (await store).waitingRoom(),
    sweepUnfinished: async (...all) => (await store).sweepUnfinished(...all),
    standing: async () => (await store).standing(),
  }
}
