import { secretsFolder, verifyDatabase } from '#modules/transparency/public.ts'
import { nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { sourceAt } from '#packages/transparency-log/node/log-source.ts'
import { type Arguments, InputError, print, UsageError, type Verb, withDeps } from '../verb.ts'

/** Recomputes a whole log: of this installation's database, or of any Mufakat by its URL. */
export const logVerifyVerb: Verb = {
  name: 'log verify',
  words: 1,
  usage: '[URL | --db] [--vkey VKEY]',
  about:
    'recomputes the public log: signature, tiles, roots and, in the database, every entry from its event; URL: …/log of a running Mufakat',
  options: { db: { type: 'boolean' }, vkey: { type: 'string' } },
  async run(args, config) {
    const [url] = args.words
    if (url && args.options.db) throw new UsageError('give a URL or --db, not both')
    if (url) return report(args, await verifyUrl(url, args.options.vkey as string | undefined))
    if (args.options.vkey) throw new UsageError('--vkey goes with a URL')
    await withDeps(config, async ({ jobs, clock }) =>
      report(args, await orRefuse(() => verifyDatabase({ jobs, folder: secretsFolder(config), clock }))),
    )
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

async function orRefuse(verify: () => Promise<Verified>): Promise<Verified> {
  try {
    return await verify()
  } catch (error) {
    throw new InputError(`NOT VERIFIED: ${(error as Error).message}`)
  }
}

function report(args: Arguments, { checkpoint, checked }: Verified): void {
  const root = Buffer.from(checkpoint.root).toString('base64')
  const counts = Object.entries(checked).map(([name, count]) => `  ${name.padEnd(14)}${count}`)
  const text = [`Verified: ${checkpoint.origin}`, `  root          ${root}`, ...counts].join('\n')
  print(args, { ok: true, origin: checkpoint.origin, size: checkpoint.size, root, checked }, text)
}
