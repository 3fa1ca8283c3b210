import { type Verified as Database, secretsFolder, verifyDatabase } from '#modules/transparency/public.ts'
import { nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { sourceAt } from '#packages/transparency-log/node/log-source.ts'
import { replays } from '../../replays.ts'
import { type Arguments, InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

/** Recomputes a whole log: of this installation's database, or of any Mufakat by its URL. */
export const logVerifyVerb: Verb = {
  name: 'log verify',
  words: 1,
  usage: '[URL | --db] [--vkey VKEY]',
  about:
    'recomputes the public log: signature, tiles, roots and, in the database, every entry from its event and what indicators are computed from out of the entries; URL: …/log of a running Mufakat',
  options: { db: { type: 'boolean' }, vkey: { type: 'string' } },
  async run(args, config) {
    const [url] = args.words
    if (url && args.options.db) throw new UsageError('give a URL or --db, not both')
    if (url) return report(args, await verifyUrl(url, args.options.vkey as string | undefined))
    if (args.options.vkey) throw new UsageError('--vkey goes with a URL')
    await withDeps(config, async ({ jobs, clock }) => {
      const place = { jobs, folder: secretsFolder(config), clock }
      reportReplay(args, await orRefuse(() => verifyDatabase(place, replays)))
    })
  },
}

type Verified = { checkpoint: { origin: string; size: number; root: Uint8Array }; checked: object }

/** The key that the server itself gives shows only that the log agrees with itself; whoever has another source says it. */
function verifyUrl(url: string, given: string | undefined): Promise<Verified> {
  return orRefuse(async () => {
    const source = sourceAt(url)
    const vkey = given ?? Buffer.from((await source.read('vkey')) ?? []).toString()
    const key = parseVkey(vkey.trim())
    return verifyLog(source, (note) => openCheckpoint(note, [key]), nothingChecked())
  })
}

async function orRefuse<V>(verify: () => Promise<V>): Promise<V> {
  try {
    return await verify()
  } catch (error) {
    throw new InputError(`NOT VERIFIED: ${(error as Error).message}`)
  }
}

function report(args: Arguments, verified: Verified): void {
  print(args, told(verified), inWords(verified))
}

function told({ checkpoint, checked }: Verified) {
  const root = Buffer.from(checkpoint.root).toString('base64')
  return { ok: true, origin: checkpoint.origin, size: checkpoint.size, root, checked }
}

function inWords({ checkpoint, checked }: Verified): string {
  const root = Buffer.from(checkpoint.root).toString('base64')
  return [`Verified: ${checkpoint.origin}`, `  root          ${root}`, ...counts(checked)].join('\n')
}

/** The log may hold while a table says something else than its entries: then that is told, record by record. */
export function reportReplay(args: Arguments, verified: Database): void {
  const { replayed } = verified
  const { records, facts, untold, noEntry, differing, differences } = replayed
  const lines = [
    inWords(verified),
    `Rebuilt from the entries: ${facts} facts of ${records} records that indicators are computed from`,
    ...counts({ differing }),
    'Not told by the log, in records:',
    ...Object.entries(untold).map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`),
    ...noEntry.map(({ table, rows, because }) => `  ${String(rows).padStart(6)}  ${table}: ${because}`),
  ]
  print(args, { ...told(verified), ok: differing === 0, replayed }, lines.join('\n'))
  if (differing === 0) return
  const listed = differences.map(({ kind, id, field, log, table }) => {
    return `  ${kind} ${id}${field ? `, ${field}` : ''}: the log says ${log}; the table says ${table}`
  })
  throw new InputError(`NOT VERIFIED: the tables differ from the log in ${differing} places\n${listed.join('\n')}`)
}

function counts(of: object): string[] {
  return Object.entries(of).map(([name, count]) => `  ${name.padEnd(14)}${count}`)
}
