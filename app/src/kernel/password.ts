import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a hash costs. `memory` in KiB; raising any of them makes older hashes due for renewal at the next sign-in. */
type Cost = { memory: number; passes: number; parallelism: number }

/** OWASP's recommendation for Argon2id; one computation takes about 50 ms of one core. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }
const version = 19
const saltBytes = 16
const hashBytes = 32

/** Half of Node's four worker threads, so that sign-ins cannot keep pages from compressing or reading files. */
const most = 2
const mostWaiting = 100

/** More passwords at once than can be checked in a few seconds. */
export class TooManyPasswords extends Error {}

/** `verifyPassword(…).catch(busy)`: the answer is 'busy' instead of an error. */
export function busy(error: unknown): 'busy' {
  if (error instanceof TooManyPasswords) return 'busy'
  throw error
}

/** A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. The password is taken as it is, to the last character. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return encode(cost, salt, await derive(password, salt, cost, hashBytes))
}

/** Compares in constant time. Without a hash it works as long and answers no, so that nobody learns who has an account. */
export async function verifyPassword(password: string, encoded: string | null | undefined): Promise<boolean> {
  const known = encoded ? decode(encoded) : undefined
  const { cost, salt, hash } = known ?? nobody
  const derived = await derive(password, salt, cost, hash.length)
  return timingSafeEqual(derived, hash) && known !== undefined
}

export function needsRenewal(encoded: string): boolean {
  return encoded.split('$').slice(0, 4).join('$') !== prefix(cost)
}

/** Computations since the start; equal work for known and unknown accounts shows here. */
export function passwordComputations(): number {
  return computations
}

type Decoded = { cost: Cost; salt: Buffer; hash: Buffer }
const nobody: Decoded = { cost, salt: randomBytes(saltBytes), hash: randomBytes(hashBytes) }

function prefix({ memory, passes, parallelism }: Cost): string {
  return `$argon2id$v=${version}$m=${memory},t=${passes},p=${parallelism}`
}

function encode(cost: Cost, salt: Buffer, hash: Buffer): string {
  return `${prefix(cost)}$${unpadded(salt)}$${unpadded(hash)}`
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function decode(encoded: string): Decoded {
  const found = encoded.match(
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{22,86})$/,
  )
  if (!found) throw new Error('a stored password hash is not an Argon2id string')
  const [memory, passes, parallelism] = found.slice(1, 4).map(Number) as [number, number, number]
  return {
    cost: { memory, passes, parallelism },
    salt: Buffer.from(found[4]!, 'base64'),
    hash: Buffer.from(found[5]!, 'base64'),
  }
}

let running = 0
let computations = 0
const waiting: (() => void)[] = []

async function derive(password: string, nonce: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  await turn()
  computations += 1
  try {
    return await new Promise((resolve, reject) => {
      const parameters = { message: Buffer.from(password, 'utf8'), nonce, tagLength, ...cost }
      argon2('argon2id', parameters, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function turn(): Promise<void> | void {
  if (running < most) {
    running += 1
    return
  }
  if (waiting.length >= mostWaiting) throw new TooManyPasswords('too many passwords are being checked')
  return new Promise((resolve) => waiting.push(resolve))
}
