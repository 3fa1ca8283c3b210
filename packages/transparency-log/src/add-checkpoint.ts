import { decodeHash, encodeBase64 } from './base64.ts'
import { parseDecimal } from './decimal.ts'
import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/** What a log asks a witness (C2SP tlog-witness): a signed checkpoint and the proof that it extends the tree of `old` entries. */
export type AddCheckpoint = { old: number; proof: readonly Uint8Array[]; checkpoint: Uint8Array }

const MAX_PROOF = 63

export function formatAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): Uint8Array {
  const lines = [`old ${old}`, ...proof.map(encodeBase64)]
  return Buffer.concat([encodeUtf8(`${lines.join('\n')}\n\n`), checkpoint])
}

/** Takes the body of a request apart; throws naming the line that is wrong. */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint {
  const text = decodeUtf8(body)
  if (text === undefined) throw new Error('request: not valid UTF-8.')
  const end = text.indexOf('\n\n')
  if (end < 0) throw new Error('request: no empty line before the checkpoint.')
  const [first = '', ...hashLines] = text.slice(0, end).split('\n')
  const old = first.startsWith('old ') ? parseDecimal(first.slice(4)) : undefined
  if (old === undefined) throw new Error('request, line 1: expected "old" and a tree size without leading zeroes.')
  if (hashLines.length > MAX_PROOF) throw new Error(`request: more than ${MAX_PROOF} hashes.`)
  const proof = hashLines.map((line, at) => {
    const hash = decodeHash(line)
    if (hash === undefined) throw new Error(`request, line ${at + 2}: expected a hash, 32 bytes in base64.`)
    return hash
  })
  return { old, proof, checkpoint: encodeUtf8(text.slice(end + 2)) }
}
