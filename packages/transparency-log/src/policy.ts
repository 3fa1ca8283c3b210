import { type KeyType, parseVkey, samePublicKey, type VerifierKey } from './key.ts'
import { type OpenedCheckpoint, openCheckpoint } from './open-checkpoint.ts'
import { decodeUtf8 } from './utf8.ts'

export type PolicyKey = { key: VerifierKey; url?: string }

/** Who must have cosigned: one witness, or at least `needed` of the members. */
export type Quorum = { witness: VerifierKey } | { needed: number; members: readonly Quorum[] }

/** A trust policy (C2SP tlog-policy). `quorum` is undefined for `quorum none`. */
export type Policy = { logs: PolicyKey[]; witnesses: (PolicyKey & { name: string })[]; quorum: Quorum | undefined }

type Draft = Policy & { names: Map<string, Quorum>; grouped: Set<string>; closed: boolean }

const LOG_TYPES: readonly KeyType[] = ['ed25519', 'ml-dsa-44']
const WITNESS_TYPES: readonly KeyType[] = ['cosignature', 'ml-dsa-44']

/** Reads a policy file; throws naming the line. Names are compared as octets, as the specification asks. */
export function parsePolicy(bytes: Uint8Array): Policy {
  // Latin-1 keeps every octet as one character: no Unicode rule can touch a name.
  const text = Buffer.from(bytes).toString('latin1')
  if (text !== '' && !text.endsWith('\n')) throw new Error('policy: the last line does not end with a newline.')
  const draft: Draft = {
    logs: [],
    witnesses: [],
    quorum: undefined,
    names: new Map(),
    grouped: new Set(),
    closed: false,
  }
  text.split('\n').forEach((line, at) => {
    try {
      readLine(draft, line)
    } catch (error) {
      throw new Error(`policy, line ${at + 1}: ${(error as Error).message}`)
    }
  })
  if (!draft.closed) throw new Error('policy: no quorum line.')
  return { logs: draft.logs, witnesses: draft.witnesses, quorum: draft.quorum }
}

/** Is the quorum reached by these cosigners? */
export function isQuorum(quorum: Quorum | undefined, cosigned: ReadonlySet<VerifierKey>): boolean {
  if (quorum === undefined) return true
  if ('witness' in quorum) return cosigned.has(quorum.witness)
  return quorum.members.filter((member) => isQuorum(member, cosigned)).length >= quorum.needed
}

/** Verifies a checkpoint: signed by a listed log, cosigned by a quorum. Throws saying which does not hold. */
export function openByPolicy(policy: Policy, checkpoint: Uint8Array): OpenedCheckpoint {
  const opened = openCheckpoint(
    checkpoint,
    policy.logs.map(({ key }) => key),
    policy.witnesses.map(({ key }) => key),
  )
  const signed = new Set(opened.verified.map(({ key }) => key))
  if (!isQuorum(policy.quorum, signed)) {
    const names = policy.witnesses.filter(({ key }) => signed.has(key)).map(({ name }) => name)
    throw new Error(`policy: no quorum; cosigned by ${names.length === 0 ? 'no listed witness' : names.join(', ')}.`)
  }
  return opened
}

function readLine(draft: Draft, line: string): void {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at)
    if ((code < 0x20 && code !== 0x09) || code === 0x7f) {
      throw new Error(code === 0x0d ? 'a carriage return; lines end with a newline alone.' : 'a control character.')
    }
  }
  const words = line.split(/[ \t]+/).filter((word) => word !== '')
  const [keyword = '#', ...rest] = words
  if (keyword.startsWith('#')) return
  if (keyword === 'log') readLog(draft, rest)
  else if (keyword === 'witness') readWitness(draft, rest)
  else if (keyword === 'group') readGroup(draft, rest)
  else if (keyword === 'quorum') readQuorum(draft, rest)
  else throw new Error(`expected log, witness, group or quorum, found "${keyword}".`)
}

function readLog(draft: Draft, words: string[]): void {
  const [vkey, url] = words
  if (vkey === undefined || words.length > 2) throw new Error('expected: log <vkey> [<url>].')
  const key = readKey(vkey, LOG_TYPES, 'log')
  if (draft.logs.some((log) => samePublicKey(log.key, key))) throw new Error('the same log key a second time.')
  draft.logs.push({ key, url })
}

function readWitness(draft: Draft, words: string[]): void {
  const [name, vkey, url] = words
  if (name === undefined || vkey === undefined || words.length > 3) {
    throw new Error('expected: witness <name> <vkey> [<url>].')
  }
  const key = readKey(vkey, WITNESS_TYPES, 'witness')
  if (draft.witnesses.some((witness) => samePublicKey(witness.key, key))) {
    throw new Error('the same witness key a second time.')
  }
  define(draft, name, { witness: key })
  draft.witnesses.push({ name, key, url })
}

function readGroup(draft: Draft, words: string[]): void {
  const [name, threshold, ...names] = words
  if (name === undefined || threshold === undefined || names.length === 0) {
    throw new Error('expected: group <name> all|any|<k> <name>...')
  }
  const members = names.map((member) => {
    const quorum = draft.names.get(member)
    if (quorum === undefined) throw new Error(`"${member}" is not defined above.`)
    if (draft.grouped.has(member)) throw new Error(`"${member}" is a member of a group already.`)
    draft.grouped.add(member)
    return quorum
  })
  const needed = threshold === 'all' ? members.length : threshold === 'any' ? 1 : Number(threshold)
  const written = threshold === 'all' || threshold === 'any' || /^[1-9][0-9]*$/.test(threshold)
  if (!written || needed > members.length) throw new Error(`expected all, any or a number from 1 to ${members.length}.`)
  define(draft, name, { needed, members })
}

function readQuorum(draft: Draft, words: string[]): void {
  const [name] = words
  if (name === undefined || words.length > 1) throw new Error('expected: quorum <name>|none.')
  if (draft.closed) throw new Error('a second quorum line.')
  if (name !== 'none' && !draft.names.has(name)) throw new Error(`"${name}" is not defined above.`)
  draft.quorum = draft.names.get(name)
  draft.closed = true
}

function define(draft: Draft, name: string, quorum: Quorum): void {
  if (name === 'none' || draft.names.has(name)) throw new Error(`the name "${name}" is taken.`)
  draft.names.set(name, quorum)
}

function readKey(octets: string, types: readonly KeyType[], role: string): VerifierKey {
  const vkey = decodeUtf8(Buffer.from(octets, 'latin1'))
  if (vkey === undefined) throw new Error('the vkey is not valid UTF-8.')
  const key = parseVkey(vkey)
  if (!types.includes(key.type)) throw new Error(`a ${role} cannot have a key of type ${key.type}.`)
  return key
}
