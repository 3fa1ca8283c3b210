import type { Config } from '#kernel/config.ts'
import { refusalOf } from '#kernel/outside/post.ts'
import { parseVkey, type VerifierKey } from '#packages/transparency-log'

/** Somebody else's server that cosigns our checkpoints (C2SP tlog-witness). */
export type Witness = { url: URL; key: VerifierKey; loopback: boolean }

type Said = Pick<Config, 'MUFAKAT_WITNESSES' | 'MUFAKAT_WITNESS_LOOPBACK'>

/** `URL VKEY, URL VKEY …` of MUFAKAT_WITNESSES. Throws one clear line for what cannot be one. */
export function readWitnesses({ MUFAKAT_WITNESSES: text = '', MUFAKAT_WITNESS_LOOPBACK }: Said): Witness[] {
  const loopback = MUFAKAT_WITNESS_LOOPBACK === 'on'
  const entries = text.split(',').map((entry) => entry.trim())
  return entries.filter(Boolean).map((entry) => {
    const [address = '', vkey = '', ...rest] = entry.split(/\s+/)
    if (!URL.canParse(address) || rest.length > 0) throw wrong(`"${entry}" is not a URL and a vkey`)
    const url = new URL(`${address.replace(/\/+$/, '')}/add-checkpoint`)
    const refusal = refusalOf(url, { loopback })
    if (refusal) throw wrong(`${address} ${refusal}`)
    return { url, key: keyIn(vkey), loopback }
  })
}

function keyIn(vkey: string): VerifierKey {
  let key: VerifierKey
  try {
    key = parseVkey(vkey)
  } catch (error) {
    throw wrong((error as Error).message)
  }
  if (key.type === 'ed25519') throw wrong(`the vkey of ${key.name} signs logs, a witness cosigns (type 4 or 6)`)
  return key
}

function wrong(what: string): Error {
  return new Error(`MUFAKAT_WITNESSES: ${what}`)
}
