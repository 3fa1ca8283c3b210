import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { formatVkey, originId, Witness } from '../src/index.ts'
import { clock, need, type Outcome, policyFile, skeyFile, UsageError, vkeyArgument } from './arguments.ts'
import { DirectoryStorage } from './directory-storage.ts'
import { witnessServer } from './witness-server.ts'

export const WITNESS_HELP = `tlog witness --key FILE [--key FILE] --state DIR [--log VKEY]... [--policy FILE] [--listen HOST:PORT] [--json]
  Runs a witness until it is stopped: POST /add-checkpoint, GET /<sha256 of origin>/checkpoint.
  --key FILE      private key of type cosignature or ml-dsa-44; with several, each of them cosigns
  --state DIR     what has been cosigned; losing it means starting over with a new key
  --log VKEY      a log to witness (or a file with its vkey); the name of the key is the log's origin
  --policy FILE   a trust policy whose logs are witnessed
  --listen        default 127.0.0.1:8085; port 0 takes a free one; put a TLS proxy before it
  prints {url, witness: [vkey], logs: [{origin, id}]} when it listens`

export async function witnessCommand(args: string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: 'string', multiple: true },
      log: { type: 'string', multiple: true },
      policy: { type: 'string' },
      state: { type: 'string' },
      listen: { type: 'string', default: '127.0.0.1:8085' },
    },
  })
  if (positionals.length > 0) throw new UsageError(`${positionals[0]}: one argument too many.`)
  const storage = new DirectoryStorage(need(values.state, '--state'))
  const keys = await Promise.all([need(values.key?.[0], '--key'), ...(values.key ?? []).slice(1)].map(skeyFile))
  const policy = await policyFile(values.policy)
  const listed = await Promise.all((values.log ?? []).map(vkeyArgument))
  const logs = [...listed, ...(policy?.logs ?? []).map(({ key }) => key)]
  if (logs.length === 0) throw new UsageError('Name a log with --log or --policy.')
  const [, host, port] = /^(.+):([0-9]{1,5})$/.exec(values.listen) ?? []
  if (host === undefined || Number(port) > 65_535)
    throw new UsageError(`--listen ${values.listen}: expected HOST:PORT.`)
  const server = witnessServer(new Witness({ keys, logs, storage }), clock)
  server.listen(Number(port), host.replace(/^\[(.*)\]$/, '$1'))
  await once(server, 'listening')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close())
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  const origins = [...new Set(logs.map(({ name }) => name))].map((origin) => ({ origin, id: originId(origin) }))
  const witness = keys.map(({ verifier }) => formatVkey(verifier))
  const names = keys.map(({ verifier: { name, type } }) => `${name} (${type})`).join(', ')
  const text = `Witness at ${url} for ${origins.map(({ origin }) => origin).join(', ')}, signing as ${names}.`
  return { ok: true, data: { url, witness, logs: origins }, text }
}
