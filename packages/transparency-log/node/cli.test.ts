import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runCommand } from './command.ts'
import { folderFor } from './folders.fixture.ts'

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url))

/** A desk with a folder to work in: `run` is the command line, where `@name` is a file of the folder; `json` adds --json. */
function desk(t: TestContext) {
  const folder = folderFor(t)
  const file = (name: string) => join(folder, name)
  const run = async (line: string) => {
    const args = line.split(' ').filter((arg) => arg !== '')
    const { exit, stdout, stderr } = await runCommand(
      args.map((arg) => (arg.startsWith('@') ? file(arg.slice(1)) : arg)),
    )
    return { status: exit, stdout, stderr: stderr.replaceAll(`${folder}/`, '') }
  }
  const json = async (line: string) => {
    const { status, stdout, stderr } = await run(`${line} --json`)
    return { status, stderr, data: stdout === '' ? undefined : JSON.parse(stdout) }
  }
  return { run, json, file, folder }
}

async function startedLog(t: TestContext) {
  const tools = desk(t)
  const { data } = await tools.json('keygen log.example.id/2026 --out @log.key')
  writeFileSync(tools.file('log.vkey'), `${data.vkey}\n`)
  writeFileSync(tools.file('lines'), Array.from({ length: 300 }, (_, at) => `entry ${at}\n`).join(''))
  assert.equal((await tools.run('init @log --key @log.key')).status, 0)
  assert.deepEqual((await tools.json('append @log --key @log.key --lines @lines')).data.size, 300)
  return { ...tools, vkey: data.vkey as string }
}

test('keys, a log, entries, verification and a receipt, by hand', async (t) => {
  const { run, json, file, folder, vkey } = await startedLog(t)
  assert.equal(statSync(file('log.key')).mode & 0o777, 0o600)
  writeFileSync(file('entry'), 'entry 300\nwith a second line\n')
  assert.deepEqual((await json('append @log --key @log.key @entry')).data.first, 300)
  const verified = await json(`verify @log ${vkey}`)
  assert.deepEqual(Object.keys(verified.data), ['ok', 'size', 'root', 'checked'])
  assert.deepEqual([verified.status, verified.data.ok, verified.data.size], [0, true, 301])
  assert.equal(verified.data.checked.entries, 301)
  assert.equal(Buffer.from(verified.data.root, 'base64').length, 32)
  assert.match((await run('verify @log @log.vkey')).stdout, /^Verified: log\.example\.id\/2026\n {2}entries {5}301\n/)
  assert.deepEqual((await json('receipt @log 300 --out @r.tlog-proof')).data, { index: 300, size: 301, hashes: 4 })
  const proved = await json('proof @r.tlog-proof @log.vkey @entry')
  assert.deepEqual(proved.data, {
    ok: true,
    size: 301,
    root: verified.data.root,
    checked: { signatures: 1, entries: 1, hashes: 4 },
  })
  assert.match(
    (await run('proof @r.tlog-proof @log.vkey @entry')).stdout,
    /the entry is number 300 of 301 in log\.example\.id\/2026/,
  )
  const real = (args: string[]) =>
    spawnSync(process.execPath, [CLI, ...args], { cwd: folder, input: readFileSync(file('entry')) })
  assert.match(real(['proof', 'r.tlog-proof', 'log.vkey', '-']).stdout.toString(), /^Verified: the entry is number 300/)
  const refused = real(['proof', 'r.tlog-proof', 'log.vkey', 'log.key', '--json'])
  assert.deepEqual([refused.status, JSON.parse(refused.stdout.toString()).ok], [1, false])
  assert.match(refused.stderr.toString(), /NOT VERIFIED/)
})

test('what does not hold ends with 1, says so on standard error, and prints ok: false', async (t) => {
  const { run, json, file } = await startedLog(t)
  await run('receipt @log 7 --out @r.tlog-proof')
  writeFileSync(file('other'), 'entry 8')
  const proved = await json('proof @r.tlog-proof @log.vkey @other')
  assert.deepEqual([proved.status, proved.data.ok, proved.data.size], [1, false, null])
  assert.match(proved.stderr, /r\.tlog-proof: receipt: this entry is not number 7 of the 300/)
  appendFileSync(file('log/tile/0/000'), 'x')
  const verified = await json('verify @log @log.vkey')
  assert.deepEqual([verified.status, verified.data.ok, verified.data.size], [1, false, 300])
  assert.match(verified.stderr, /NOT VERIFIED: log: tile\/0\/000: larger than 8192 bytes/)
  const text = await run('verify @log @log.vkey')
  assert.deepEqual([text.status, text.stdout], [1, ''])
})

test('a kept checkpoint shows a log that went back or was rewritten', async (t) => {
  const { run, json, file } = await startedLog(t)
  copyFileSync(file('log/checkpoint'), file('kept'))
  writeFileSync(file('entry'), 'one more')
  await run('append @log --key @log.key @entry')
  assert.equal((await json('verify @log @log.vkey --previous @kept')).status, 0)
  await run('init @forged --key @log.key')
  writeFileSync(file('lines'), 'forged\n'.repeat(400))
  await run('append @forged --key @log.key --lines @lines')
  assert.equal((await json('verify @forged @log.vkey')).status, 0)
  assert.match(
    (await run('verify @forged @log.vkey --previous @kept')).stderr,
    /not those of the earlier checkpoint: the log was rewritten/,
  )
  copyFileSync(file('log/checkpoint'), file('later'))
  copyFileSync(file('kept'), file('log/checkpoint'))
  assert.match((await run('verify @log @log.vkey --previous @later')).stderr, /went back from 301 entries to 300/)
  assert.match((await run('verify @log @log.vkey --previous @log.vkey')).stderr, /log\.vkey: note: no empty line/)
})

test('tidying removes what full tiles replace and nothing else', async (t) => {
  const { json, run, file } = await startedLog(t)
  writeFileSync(file('lines'), 'x\n'.repeat(300))
  await run('append @log --key @log.key --lines @lines')
  assert.equal((await json('verify @log @log.vkey')).data.checked.olderPartials, 3)
  assert.deepEqual((await json('tidy @log')).data, { size: 600, removed: 2 })
  const { data } = await json('verify @log @log.vkey')
  assert.deepEqual([data.ok, data.checked.olderPartials], [true, 1])
  assert.deepEqual((await json('tidy @log')).data.removed, 0)
  assert.equal((await run('tidy @nowhere')).status, 1)
})

test('a witness cosigns, a policy asks for it, and both are seen by verify and proof', async (t) => {
  const { run, json, file, folder, vkey } = await startedLog(t)
  const witnessKey = (await json('keygen w.example/1 --type ml-dsa-44 --out @w.key')).data.vkey
  const args = [CLI, 'witness', '--key', 'w.key', '--state', 'w', '--log', vkey, '--listen', '127.0.0.1:0', '--json']
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const [line] = await once(createInterface(child.stdout), 'line')
  const { url, witness, logs } = JSON.parse(line)
  assert.deepEqual([witness, logs[0].origin], [[witnessKey], 'log.example.id/2026'])
  writeFileSync(file('w.vkey'), witnessKey)
  writeFileSync(file('policy'), `log ${vkey}\nwitness w ${witnessKey}\nquorum w\n`)
  writeFileSync(file('entry'), 'entry 0')
  assert.match(
    (await run('verify @log @log.vkey --policy @policy')).stderr,
    /policy: no quorum; cosigned by no listed witness/,
  )
  const cosigned = await json(`cosign @log --key @log.key --witness ${url} --witness-key @w.vkey`)
  assert.deepEqual([cosigned.status, cosigned.data.signatures], [0, 2])
  assert.equal((await json('verify @log @log.vkey --policy @policy')).data.checked.signatures, 2)
  await run('receipt @log 0 --out @r.tlog-proof')
  assert.equal((await json('proof @r.tlog-proof @log.vkey @entry --policy @policy')).data.checked.signatures, 2)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [0, null])
})

test('usage errors end with 2 and show how; --help prints it', async (t) => {
  const { run } = desk(t)
  for (const line of [
    '',
    'nonsense',
    'verify',
    'verify @log',
    'verify a b c --what',
    'proof a',
    'keygen',
    'keygen a',
    'init',
    'init d',
  ]) {
    const { status, stderr } = await run(line)
    assert.equal(status, 2, `${line}: ${stderr}`)
    assert.match(stderr, /tlog/)
  }
  for (const line of ['keygen a --out f --type rsa', 'append d', 'receipt', 'cosign d', 'witness', 'witness @x'])
    assert.equal((await run(line)).status, 2, line)
  for (const verb of ['', 'verify', 'proof', 'witness', 'keygen', 'init', 'append', 'receipt', 'tidy', 'cosign']) {
    const { status, stdout } = await run(`${verb} --help`)
    assert.deepEqual([status, stdout.includes(`tlog ${verb}`.trim())], [0, true])
  }
})

test('wrong inputs end with 1 and name what is wrong; a private key is never printed', async (t) => {
  const { run, file, vkey } = await startedLog(t)
  const secret = readFileSync(file('log.key'), 'utf8').split('+').slice(4).join('+').trim()
  writeFileSync(file('empty'), '')
  writeFileSync(file('broken.key'), readFileSync(file('log.key'), 'utf8').replace('2026', '2027'))
  writeFileSync(file('long'), Buffer.alloc(65_536))
  writeFileSync(file('policy'), 'quorum nobody\n')
  const wrong: [string, RegExp][] = [
    [`verify @nowhere ${vkey}`, /nowhere: checkpoint: missing/],
    ['verify @log @nowhere', /nowhere: .*ENOENT/],
    ['verify @log @empty', /empty: Not a vkey/],
    [`verify @log ${vkey}x`, /vkey: /],
    [`verify @log ${vkey} --policy @policy`, /policy: policy, line 1: "nobody" is not defined/],
    [`proof @empty ${vkey} @empty`, /empty: receipt: no empty line/],
    [`proof @nowhere ${vkey} @empty`, /nowhere: .*ENOENT/],
    ['init @log --key @log.key', /holds a log already/],
    ['init @log2 --key @broken.key', /broken\.key: The skey of log\.example\.id\/2027 says key id/],
    ['append @log --key @log.key @long', /entry 1: 65536 bytes, at most 65535/],
    ['append @nowhere --key @log.key @empty', /holds no log/],
    ['receipt @log 300 --out @x', /no entry 300 in a tree of 300/],
    ['receipt @nowhere 0 --out @x', /nowhere: no checkpoint/],
    ['keygen a --out @log.key', /EEXIST/],
    ['cosign @log --key @log.key --witness http://127.0.0.1:1 --witness-key @log.vkey', /127\.0\.0\.1:1/],
  ]
  for (const [line, why] of wrong) {
    const { status, stdout, stderr } = await run(line)
    assert.deepEqual([status, stdout], [1, ''], `${line}: ${stderr}`)
    assert.match(stderr, why, line)
    assert.ok(!stderr.includes(secret.slice(0, 20)), line)
  }
  assert.ok(!existsSync(file('x')))
  assert.equal((await run(`verify @log ${vkey}`)).status, 0)
})
