import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { readConfig } from '#kernel/config.ts'
import { program } from '#kernel/testing/program.ts'
import { UsageError } from '../verb.ts'
import { logVerifyVerb } from './log-verify.ts'

const root = join(import.meta.dirname, '../../../..')
const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-log-start-'))
const port = 4_100 + (process.pid % 90)
const url = `http://127.0.0.1:${port}/log`
const env = {
  ...process.env,
  NODE_ENV: 'production',
  MUFAKAT_DATA_DIR: dataDir,
  MUFAKAT_DEMO: 'off',
  LOG_LEVEL: 'silent',
}
const running = new Set<ChildProcess>()
after(async () => {
  for (const child of running) {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  rmSync(dataDir, { recursive: true, force: true })
})

function node(args: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** A server process; resolves when it is ready, or with what it said when it ended instead. */
async function start(more: Record<string, string> = {}) {
  const child = node(program('app/src/main.ts'), { PORT: String(port), ...more })
  const wrong = text(child.stderr)
  for await (const line of createInterface({ input: child.stdout }))
    if (line.includes('ready at')) return { child, said: '' }
  return { child, said: await wrong }
}

async function run(args: string[]) {
  const child = node(args)
  const [out, wrong, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, wrong, code: code as number }
}
const mufakat = (...words: string[]) => run([...program('app/src/cli/main.ts'), 'log', ...words])
const tlog = async () => run(['packages/transparency-log/node/cli.ts', 'verify', url, await vkey(), '--json'])
const vkey = async () => (await (await fetch(`${url}/vkey`)).text()).trim()

test('a running Mufakat is verified by the independent tool, also after a kill -9 under load', async () => {
  const first = await start()
  const size = async () => Number((await (await fetch(`${url}/checkpoint`)).text()).split('\n')[1])
  const before = await size()
  const hammering = mufakat('hammer', '--seconds', '5', '--writers', '4', '--json')
  while ((await size()) === before) await new Promise((resolve) => setImmediate(resolve))
  first.child.kill('SIGKILL')
  const hammered = await hammering
  assert.equal(hammered.code, 0, hammered.wrong)
  const report = JSON.parse(hammered.out)
  assert.ok(report.writes > 0 && report.proved === report.writes && report.checkpoints > 1, hammered.out)

  const second = await start()
  const tool = await tlog()
  assert.equal(tool.code, 0, tool.wrong)
  assert.ok(JSON.parse(tool.out).size >= before + report.writes)
  const verified = await mufakat('verify', '--db')
  assert.equal(verified.code, 0, verified.wrong)
  assert.match(verified.out, /^Verified: /)
  const verify = (words: string[], options = {}) => logVerifyVerb.run({ words, options }, readConfig({}))
  await verify([url], { vkey: await vkey() })
  await assert.rejects(verify([url], { db: true }), UsageError)
  const otherKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  await assert.rejects(verify([url], { vkey: otherKey }), /NOT VERIFIED/)
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
})

test('another name for the log stops the start with one clear line', async () => {
  const { child, said } = await start({ MUFAKAT_LOG_ORIGIN: 'other.example' })
  assert.match(said, /^mufakat: MUFAKAT_LOG_ORIGIN is other\.example, but .* the name of a log never changes\.\n$/)
  if (child.exitCode === null) await once(child, 'exit')
  assert.equal(child.exitCode, 1)
})
