import { type Outcome, UsageError } from './arguments.ts'
import {
  APPEND_HELP,
  appendCommand,
  COSIGN_HELP,
  cosignCommand,
  INIT_HELP,
  initCommand,
  KEYGEN_HELP,
  keygenCommand,
  RECEIPT_HELP,
  receiptCommand,
} from './log-commands.ts'
import { PROOF_HELP, proofCommand, VERIFY_HELP, verifyCommand } from './verify-commands.ts'
import { WITNESS_HELP, witnessCommand } from './witness-command.ts'

type Verb = { help: string; run: (args: string[]) => Promise<Outcome> }

const VERBS = new Map<string, Verb>([
  ['verify', { help: VERIFY_HELP, run: verifyCommand }],
  ['proof', { help: PROOF_HELP, run: proofCommand }],
  ['witness', { help: WITNESS_HELP, run: witnessCommand }],
  ['keygen', { help: KEYGEN_HELP, run: keygenCommand }],
  ['init', { help: INIT_HELP, run: initCommand }],
  ['append', { help: APPEND_HELP, run: appendCommand }],
  ['receipt', { help: RECEIPT_HELP, run: receiptCommand }],
  ['cosign', { help: COSIGN_HELP, run: cosignCommand }],
])

const HELP = `tlog: a tamper-evident public log (C2SP tlog-tiles), its receipts and its witnesses.

${[...VERBS.values()].map(({ help }) => help).join('\n\n')}

All: --json prints data, --help this text; exit 0 done, 1 it does not hold or an input is wrong, 2 usage.`

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  const [name, ...rest] = args.filter((arg) => arg !== '--json' && arg !== '--help')
  const verb = VERBS.get(name ?? '')
  if (args.includes('--help')) return say(process.stdout, verb?.help ?? HELP, 0)
  if (verb === undefined)
    return say(process.stderr, name === undefined ? HELP : `tlog ${name}: no such verb.\n\n${HELP}`, 2)
  try {
    const { ok, data, text } = await verb.run(rest)
    if (json) say(process.stdout, JSON.stringify(data), 0)
    if (!ok) return say(process.stderr, text, 1)
    return json ? 0 : say(process.stdout, text, 0)
  } catch (error) {
    const { message } = error as Error
    const usage =
      error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
    return say(process.stderr, `tlog ${name}: ${message}${usage ? `\n\n${verb.help}` : ''}`, usage ? 2 : 1)
  }
}

function say(stream: NodeJS.WriteStream, text: string, exit: number): number {
  stream.write(`${text}\n`)
  return exit
}
