import { formatAddCheckpoint, type TransparencyLog, type VerifierKey, withCosignatures } from '../src/index.ts'

const TIMEOUT_MS = 30_000
const MAX_ANSWER_BYTES = 256 * 1024
const MAX_TRIES = 3

/**
 * Asks a witness to cosign the current checkpoint of a log and publishes it with what it answers. `url`: submission
 * prefix. When the witness knows another size (409) the proof is made anew from there. `now`: POSIX seconds.
 */
export async function cosign(log: TransparencyLog, url: string, witnesses: readonly VerifierKey[], now: number) {
  const { size, checkpoint } = await log.head(now)
  let old = size
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const proof = await log.proveConsistency(old, size)
    const { status, type, body } = await post(url, formatAddCheckpoint({ old, proof, checkpoint }))
    if (status === 200) {
      const cosigned = withCosignatures(checkpoint, body, witnesses)
      await log.publishCosigned(cosigned, now)
      return cosigned
    }
    const known = status === 409 && type === 'text/x.tlog.size' ? /^(0|[1-9][0-9]{0,15})\n$/.exec(body)?.[1] : undefined
    if (known === undefined) throw new Error(`${url}: the witness answered ${status}: ${body.trim()}`)
    if (Number(known) > size)
      throw new Error(`${url}: the witness has cosigned ${known} entries, this log has ${size}.`)
    old = Number(known)
  }
  throw new Error(`${url}: the witness changed its size ${MAX_TRIES} times in a row.`)
}

async function post(prefix: string, request: Uint8Array): Promise<{ status: number; type: string; body: string }> {
  const url = `${prefix.replace(/\/+$/, '')}/add-checkpoint`
  if (!/^https?:\/\//i.test(url)) throw new Error(`${prefix}: only http and https are asked.`)
  const options = { method: 'POST', body: request, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
  const response = await fetch(url, options).catch((error: Error) => {
    throw new Error(`${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`)
  })
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > MAX_ANSWER_BYTES) throw new Error(`${url}: the answer is larger than ${MAX_ANSWER_BYTES} bytes.`)
    chunks.push(chunk)
  }
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, body: Buffer.concat(chunks).toString('utf8') }
}
