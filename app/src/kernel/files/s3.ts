import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { type FileStore, FilesUnavailable, isFileKey, mustBeFileKey, verified } from '../files.ts'
import { type Half, halvesIn, type ListPage, objectsIn } from './s3-answers.ts'
import {
  type Patience,
  patient,
  type S3Place,
  S3Refusal,
  type S3Requests,
  s3Requests,
  usualPatience,
} from './s3-requests.ts'
import { putWhole } from './s3-upload.ts'
import { openWaitingRoom, sweepWaitingRoom } from './waiting-room.ts'

/** `waiting`: the folder of this machine where files wait to be checked. */
type Options = { waiting: string; patience?: Patience }

/** Files in a bucket of their own. */
export function s3Files(place: S3Place, { waiting, patience = usualPatience }: Options): FileStore {
  const requests = s3Requests(place, patience)
  const { ask } = requests
  return {
    put: (key, content) => putWhole(requests, mustBeFileKey(key), content),
    async get(key, expected) {
      const answer = await ask({ method: 'GET', key: mustBeFileKey(key) }).catch(unlessMissing)
      if (!answer) return undefined
      const content = wholeOf(answer, requests, key, patience)
      return expected ? verified(content, expected) : Readable.from(content, { objectMode: false })
    },
    async remove(key) {
      const answer = await ask({ method: 'DELETE', key: mustBeFileKey(key) }).catch(unlessMissing)
      answer?.resume()
      for await (const half of halves(requests, key)) await giveUp(requests, half)
    },
    async *list() {
      for await (const file of pages(requests, { 'list-type': '2' }, objectsIn)) if (isFileKey(file.key)) yield file
    },
    waitingRoom: () => openWaitingRoom(waiting),
    async sweepUnfinished(before) {
      let swept = await sweepWaitingRoom(waiting, before)
      for await (const half of halves(requests)) {
        if (half.begunAt >= before || !isFileKey(half.key)) continue
        await giveUp(requests, half)
        swept += 1
      }
      return swept
    },
    standing: standingOf(place, patience),
  }
}

/** What came since the last break must be worth another request, else the breaks are counted. */
const progress = 256 * 1024

/** A body that breaks off is taken up again where it did, as often as it gets on. */
async function* wholeOf(first: IncomingMessage, { ask }: S3Requests, key: string, { idle, attempts }: Patience) {
  const size = Number(first.headers['content-length'])
  let answer = first
  let at = 0
  let left = attempts
  for (;;) {
    const from = at
    try {
      for await (const piece of patient(answer, idle)) {
        at += piece.length
        yield piece
      }
      if (at < size) throw new Error('ends before its length')
      return
    } catch (cause) {
      left = at - from >= progress ? attempts : left - 1
      if (left <= 0) throw new FilesUnavailable('the file storage breaks off', { cause })
    }
    answer = await ask({ method: 'GET', key, headers: { range: `bytes=${at}-` } })
    if (answer.statusCode !== 206) throw new FilesUnavailable('the file storage begins anew where it broke off')
  }
}

async function* pages<T>({ text }: S3Requests, query: Record<string, string>, read: (xml: string) => ListPage<T>) {
  let next: Record<string, string> | undefined = {}
  while (next) {
    const page: ListPage<T> = read(await text({ method: 'GET', query: { ...query, ...next } }))
    yield* page.rows
    next = page.next
  }
}

/** Uploads in parts that were begun and not completed; a store that cannot list them has to forget them by itself. */
async function* halves(requests: S3Requests, key?: string): AsyncGenerator<Half> {
  try {
    yield* pages(requests, { uploads: '', ...(key ? { prefix: key } : {}) }, halvesIn)
  } catch (error) {
    if (!(error instanceof S3Refusal && error.code === 'NotImplemented')) throw error
  }
}

async function giveUp({ ask }: S3Requests, { key, uploadId }: Half): Promise<void> {
  const answer = await ask({ method: 'DELETE', key, query: { uploadId } }).catch(unlessMissing)
  answer?.resume()
}

const standingMs = 5_000

/** Asked for files that no key names, with less patience, and not again within five seconds: a balancer asks often. */
function standingOf(place: S3Place, { idle }: Patience): FileStore['standing'] {
  const { text } = s3Requests(place, { idle: Math.min(idle, 3_000), attempts: 2, pause: 0 })
  let known: { until: number; standing: ReturnType<FileStore['standing']> } | undefined
  return () => {
    const now = performance.now()
    if (known && now < known.until) return known.standing
    const standing = text({ method: 'GET', query: { 'list-type': '2', prefix: '-' } }).then(
      () => ({ kind: 'open' }) as const,
      (error: Error) => ({ kind: 'unavailable', why: error.message }) as const,
    )
    known = { until: now + standingMs, standing }
    return standing
  }
}

export function unlessMissing(error: unknown): undefined {
  if (error instanceof S3Refusal && error.status === 404 && error.code !== 'NoSuchBucket') return undefined
  throw error
}
