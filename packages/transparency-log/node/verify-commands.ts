import { parseArgs } from 'node:util'
import {
  type Checkpoint,
  nothingChecked,
  type OpenedCheckpoint,
  openByPolicy,
  openCheckpoint,
  type Policy,
  parseReceipt,
  type VerifierKey,
  verifyLog,
  verifyReceipt,
} from '../src/index.ts'
import { named, need, type Outcome, policyFile, readInput, UsageError, vkeyArgument } from './arguments.ts'
import { sourceAt } from './log-source.ts'

export const VERIFY_HELP = `tlog verify DIR|URL VKEY [--previous FILE] [--policy FILE] [--json]
  Recomputes a log from its entries: every tile, the root, the signatures of the checkpoint.
  DIR|URL         folder of the log, or the URL under which its checkpoint and tiles are
  VKEY            the log's public key, or a file with it
  --previous FILE a checkpoint kept from earlier: the log must still begin with it
  --policy FILE   a trust policy: its witnesses must have cosigned (VKEY stays the log's key)
  prints {ok, size, root, checked}; exit 1 if anything does not hold`

export const PROOF_HELP = `tlog proof FILE.tlog-proof VKEY ENTRY [--policy FILE] [--json]
  Verifies a receipt offline: this entry is in the log that the key signs.
  ENTRY           file with the exact bytes of the entry, - for standard input
  --policy FILE   a trust policy: its witnesses must have cosigned (VKEY stays the log's key)
  prints {ok, size, root, checked}; exit 1 if it does not hold`

const TRUST = { policy: { type: 'string' }, previous: { type: 'string' } } as const

type Open = (checkpoint: Uint8Array) => OpenedCheckpoint

export async function verifyCommand(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: TRUST })
  const place = need(positionals[0], 'DIR|URL')
  const key = await vkeyArgument(need(positionals[1], 'VKEY'))
  if (positionals.length > 2) throw new UsageError(`${positionals[2]}: one argument too many.`)
  const open = opener(key, await policyFile(values.policy))
  const previous = await previousCheckpoint(values.previous, key)
  const checked = nothingChecked()
  let seen: Checkpoint | undefined
  const watched: Open = (bytes) => {
    const opened = open(bytes)
    seen = opened.checkpoint
    return opened
  }
  try {
    const { checkpoint } = await verifyLog(sourceAt(place), watched, checked, previous)
    return { ok: true, data: report(true, checkpoint, checked), text: verifiedText(checkpoint, checked) }
  } catch (error) {
    return { ok: false, data: report(false, seen, checked), text: refusal(place, error) }
  }
}

export async function proofCommand(args: string[]): Promise<Outcome> {
  const options = { policy: TRUST.policy }
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const file = need(positionals[0], 'FILE.tlog-proof')
  const key = await vkeyArgument(need(positionals[1], 'VKEY'))
  const entryPath = need(positionals[2], 'ENTRY')
  if (positionals.length > 3) throw new UsageError(`${positionals[3]}: one argument too many.`)
  const open = opener(key, await policyFile(values.policy))
  const [bytes, entry] = [await readInput(file), await readInput(entryPath)]
  try {
    const receipt = parseReceipt(bytes)
    const { checkpoint, verified } = verifyReceipt(receipt, entry, open)
    const checked = { signatures: verified.length, entries: 1, hashes: receipt.proof.length }
    const text = `Verified: the entry is number ${receipt.index} of ${checkpoint.size} in ${checkpoint.origin}, signed by ${names(verified)}.`
    return { ok: true, data: report(true, checkpoint, checked), text }
  } catch (error) {
    const checked = { signatures: 0, entries: 0, hashes: 0 }
    return { ok: false, data: report(false, undefined, checked), text: refusal(file, error) }
  }
}

function opener(key: VerifierKey, policy: Policy | undefined): Open {
  if (policy === undefined) return (bytes) => openCheckpoint(bytes, [key])
  return (bytes) => openByPolicy({ ...policy, logs: [{ key }] }, bytes)
}

async function previousCheckpoint(path: string | undefined, key: VerifierKey): Promise<Checkpoint | undefined> {
  if (path === undefined) return undefined
  const bytes = await readInput(path)
  return named(path, () => openCheckpoint(bytes, [key]).checkpoint)
}

function report(ok: boolean, checkpoint: Checkpoint | undefined, checked: object) {
  const root = checkpoint === undefined ? null : Buffer.from(checkpoint.root).toString('base64')
  return { ok, size: checkpoint?.size ?? null, root, checked }
}

function verifiedText({ origin, size, root }: Checkpoint, checked: ReturnType<typeof nothingChecked>): string {
  const lines = [
    `Verified: ${origin}`,
    `  entries     ${size}`,
    `  root        ${Buffer.from(root).toString('base64')}`,
    `  recomputed  ${checked.bundles} bundles and ${checked.tiles} tiles from ${checked.entries} entries`,
    `  signatures  ${checked.signatures} by known keys`,
  ]
  if (checked.olderPartials > 0)
    lines.push(`  older       ${checked.olderPartials} partial tiles of earlier sizes agree`)
  if (checked.beyond > 0)
    lines.push(`  beyond      ${checked.beyond} files belong to a larger tree than the checkpoint signs`)
  return lines.join('\n')
}

function refusal(name: string, error: unknown): string {
  return `NOT VERIFIED: ${name}: ${(error as Error).message}`
}

function names(verified: readonly { key: VerifierKey }[]): string {
  return [...new Set(verified.map(({ key }) => key.name))].join(', ')
}
