import { randomBytes } from 'node:crypto'
import { unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  createLog,
  formatReceipt,
  formatSkey,
  formatVkey,
  isSuperseded,
  type KeyType,
  makeReceipt,
  openLog,
  parseCheckpoint,
  parseNote,
  parseSkey,
  parseTilePath,
  tilePath,
} from '../src/index.ts'
import { clock, need, type Outcome, readInput, skeyFile, UsageError, vkeyArgument } from './arguments.ts'
import { DirectoryStorage } from './directory-storage.ts'
import { sourceAt } from './log-source.ts'
import { cosign } from './witness-client.ts'

export const KEYGEN_HELP = `tlog keygen NAME --out FILE [--type ed25519|cosignature|ml-dsa-44] [--json]
  Makes a key pair; the private key goes to FILE (readable by you alone), the public vkey is printed.
  NAME            origin of the log or name of the witness, such as log.example.id/2026
  --type          ed25519 signs a log, cosignature and ml-dsa-44 sign for a witness (default ed25519)
  prints {vkey}`

export const INIT_HELP = `tlog init DIR --key FILE [--key FILE] [--json]
  Starts an empty log in DIR, signed by the keys; the first is Ed25519 and its name is the log's origin.
  prints {origin, size}`

export const APPEND_HELP = `tlog append DIR --key FILE [--key FILE] [--lines FILE] [ENTRY...] [--json]
  Adds entries: every ENTRY file is one, and every line of --lines (- reads standard input).
  prints {first, size, root}`

export const RECEIPT_HELP = `tlog receipt DIR INDEX --out FILE.tlog-proof [--json]
  Writes the receipt of entry INDEX (from 0) under the published checkpoint.
  prints {index, size, hashes}`

export const TIDY_HELP = `tlog tidy DIR [--json]
  Removes partial tiles and bundles whose full one is there; proofs and verification do not need them.
  prints {size, removed}`

export const COSIGN_HELP = `tlog cosign DIR --key FILE --witness URL --witness-key VKEY [--json]
  Asks a witness to cosign the checkpoint and publishes it with the cosignature.
  prints {origin, size, signatures}`

const KEYS = { key: { type: 'string', multiple: true } } as const
const BATCH = 4096

export async function keygenCommand(args: string[]): Promise<Outcome> {
  const options = { out: { type: 'string' }, type: { type: 'string', default: 'ed25519' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const name = only(positionals, 'NAME')
  if (!['ed25519', 'cosignature', 'ml-dsa-44'].includes(values.type)) {
    throw new UsageError(`--type ${values.type}: expected ed25519, cosignature or ml-dsa-44.`)
  }
  const skey = formatSkey(name, values.type as KeyType, randomBytes(32))
  await writeFile(need(values.out, '--out'), `${skey}\n`, { mode: 0o600, flag: 'wx' })
  const vkey = formatVkey(parseSkey(skey).verifier)
  return { ok: true, data: { vkey }, text: vkey }
}

export async function initCommand(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: KEYS })
  const folder = only(positionals, 'DIR')
  const options = await logOptions(folder, values.key)
  await createLog(options, clock())
  return {
    ok: true,
    data: { origin: options.origin, size: 0 },
    text: `Started the log ${options.origin} in ${folder}.`,
  }
}

export async function appendCommand(args: string[]): Promise<Outcome> {
  const options = { ...KEYS, lines: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [folder, ...files] = positionals
  const log = await openLog(await logOptions(need(folder, 'DIR'), values.key), clock())
  const entries = [...(await Promise.all(files.map(readInput))), ...(await linesOf(values.lines))]
  if (entries.length === 0) throw new UsageError('No entry is given.')
  const long = entries.findIndex(({ length }) => length > 65_535)
  if (long >= 0) throw new Error(`entry ${long + 1}: ${entries[long]!.length} bytes, at most 65535.`)
  const { size: first } = await log.head(clock())
  let { size, root } = await log.head(clock())
  for (let at = 0; at < entries.length; at += BATCH) {
    ;({ size, root } = await log.append(entries.slice(at, at + BATCH), clock()))
  }
  const data = { first, size, root: Buffer.from(root).toString('base64') }
  return { ok: true, data, text: `Added ${entries.length} entries from number ${first}; the log has ${size} now.` }
}

export async function receiptCommand(args: string[]): Promise<Outcome> {
  const options = { out: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const [folder, wanted] = positionals
  const { read } = sourceAt(need(folder, 'DIR'))
  if (!/^(0|[1-9][0-9]*)$/.test(need(wanted, 'INDEX'))) throw new UsageError(`INDEX ${wanted}: expected a number.`)
  const out = need(values.out, '--out')
  const checkpoint = await read('checkpoint')
  if (checkpoint === undefined) throw new Error(`${folder}: no checkpoint.`)
  const receipt = await makeReceipt(read, checkpoint, Number(wanted))
  await writeFile(out, formatReceipt(receipt))
  const { size } = parseCheckpoint(parseNote(checkpoint).text)
  const data = { index: receipt.index, size, hashes: receipt.proof.length }
  return { ok: true, data, text: `Wrote ${out}: entry ${wanted} of ${size}, ${receipt.proof.length} hashes.` }
}

export async function tidyCommand(args: string[]): Promise<Outcome> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  const folder = only(positionals, 'DIR')
  const { read, list } = sourceAt(folder)
  const checkpoint = await read('checkpoint')
  if (checkpoint === undefined || list === undefined) throw new Error(`${folder}: no checkpoint.`)
  const { size } = parseCheckpoint(parseNote(checkpoint).text)
  let removed = 0
  for await (const path of list()) {
    const address = parseTilePath(path)
    if (address === undefined || !isSuperseded(address, size)) continue
    // Only what the full one replaces, in case the folder is not whole.
    if ((await read(tilePath({ ...address, width: 256 }))) === undefined) continue
    await unlink(join(folder, path))
    removed++
  }
  return { ok: true, data: { size, removed }, text: `Removed ${removed} partial tiles and bundles.` }
}

export async function cosignCommand(args: string[]): Promise<Outcome> {
  const options = { ...KEYS, witness: { type: 'string' }, 'witness-key': { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const folder = only(positionals, 'DIR')
  const witness = need(values.witness, '--witness')
  const witnessKey = await vkeyArgument(need(values['witness-key'], '--witness-key'))
  const log = await openLog(await logOptions(folder, values.key), clock())
  const { text, signatures } = parseNote(await cosign(log, witness, [witnessKey], clock()))
  const { origin, size } = parseCheckpoint(text)
  const data = { origin, size, signatures: signatures.length }
  return { ok: true, data, text: `Cosigned by ${witnessKey.name}: ${size} entries of ${origin}.` }
}

async function logOptions(folder: string, keys: string[] | undefined) {
  const signers = await Promise.all([need(keys?.[0], '--key'), ...(keys ?? []).slice(1)].map(skeyFile))
  return { storage: new DirectoryStorage(folder), origin: signers[0]!.verifier.name, signers }
}

async function linesOf(path: string | undefined): Promise<Buffer[]> {
  if (path === undefined) return []
  const text = await readInput(path)
  const lines: Buffer[] = []
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(0x0a, at)
    lines.push(text.subarray(at, end < 0 ? text.length : end))
    at = end < 0 ? text.length : end + 1
  }
  return lines
}

function only(positionals: string[], name: string): string {
  if (positionals.length > 1) throw new UsageError(`${positionals[1]}: one argument too many.`)
  return need(positionals[0], name)
}
