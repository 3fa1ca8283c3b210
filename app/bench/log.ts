import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { show } from '../../bin/figures.ts'
import { load } from './server.ts'

const root = join(import.meta.dirname, '../..')

/** Writes to the log as fast as writers may for some seconds, each event in a transaction of its own, then proofs. */
export async function benchLog(origin: string, dataDir: string): Promise<void> {
  const words = [
    '--import',
    'tsx',
    'app/src/cli/main.ts',
    'log',
    'hammer',
    '--seconds',
    '10',
    '--writers',
    '24',
    '--json',
  ]
  const env = { ...process.env, MUFAKAT_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await text(child.stdout)
  if (!said) throw new Error('log hammer proved nothing')
  const { perSecond, lag, proofMs } = JSON.parse(said)
  show({ name: 'events written, logged and proved', value: perSecond, unit: 'writes/s', goal: 1_000 })
  show({ name: 'log behind the write under that load, p50', value: lag.p50, unit: 'ms' })
  show({ name: 'log behind the write under that load, p95', value: lag.p95, unit: 'ms', goal: 1_000, better: 'less' })
  show({ name: 'proof of one event made and checked', value: proofMs, unit: 'ms', goal: 5, better: 'less' })
  const asked = await load(origin, '/log/proof/700.tlog-proof', { seconds: 3, connections: 1 })
  show({ name: 'proof over HTTP, one reader, p50', value: asked.p50, unit: 'ms', goal: 5, better: 'less' })
}
