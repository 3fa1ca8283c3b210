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
  TIDY_HELP,
  tidyCommand,
} from './log-commands.ts'
import { PROOF_HELP, proofCommand, VERIFY_HELP, verifyCommand } from './verify-commands.ts'
import { WITNESS_HELP, witnessCommand } from './witness-command.ts'

/** What the process prints and how it ends. */
export type Ending = { exit: 0 | 1 | 2; stdout: string; stderr: string }

type Verb = { help: string; run: (args: string[]) => Promise<Outcome> }

const VERBS = new Map<string, Verb>([
  ['verify', { help: VERIFY_HELP, run: verifyCommand }],
  ['proof', { help: PROOF_HELP, run: proofCommand }],
  ['witness', { help: WITNESS_HELP, run: witnessCommand }],
  ['keygen', { help: KEYGEN_HELP, run: keygenCommand }],
  ['init', { help: INIT_HELP, run: initCommand }],
  ['append', { help: APPEND_HELP, run: appendCommand }],
  ['receipt', { help: RECEIPT_HELP, run: receiptCommand }],
  ['tidy', { help: TIDY_HELP, run: tidyCommand }],
  ['cosign', { help: COSIGN_HELP, run: cosignCommand }],
])

const HELP = `tlog: a tamper-evident public log (C2SP tlog-tiles), its receipts and its witnesses.

${[...VERBS.values()].map(({ help }) => help).join('\n\n')}

All: --json prints data, --help this text; exit 0 done, 1 it does not hold or an input is wrong, 2 usage.`

/** Runs one command line, without the name of the program. */
export async function runCommand(args: string[]): Promise<Ending> {
  const json = args.includes('--json')
  const [name, ...rest] = args.filter((arg) => arg !== '--json' && arg !== '--help')
  const verb = VERBS.get(name ?? '')
  if (args.includes('--help')) return printed(verb?.help ?? HELP)
  if (verb === undefined) return failed(2, name === undefined ? HELP : `tlog ${name}: no such verb.\n\n${HELP}`)
  try {
    const { ok, data, text } = await verb.run(rest)
    if (ok) return printed(json ? JSON.stringify(data) : text)
    return { ...failed(1, text), stdout: json ? `${JSON.stringify(data)}\n` : '' }
  } catch (error) {
    const { message } = error as Error
    const usage =
      error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')
    return usage ? failed(2, `tlog ${name}: ${message}\n\n${verb.help}`) : failed(1, `tlog ${name}: ${message}`)
  }
}

function printed(text: string): Ending {
  return { exit: 0, stdout: `${text}\n`, stderr: '' }
}

function failed(exit: 1 | 2, text: string): Ending {
  return { exit, stdout: '', stderr: `${text}\n` }
}
