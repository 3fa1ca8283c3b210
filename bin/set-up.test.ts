import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'

// A checkout with the real set-up, and an npm on the PATH that notes each call instead of asking a registry.
const place = mkdtempSync(join(tmpdir(), 'mufakat-set-up-'))
const root = join(place, 'checkout')
const calls = join(place, 'calls')
after(() => rmSync(place, { recursive: true, force: true }))

beforeEach(() => {
  rmSync(root, { recursive: true, force: true })
  rmSync(calls, { force: true })
  mkdirSync(join(root, 'bin'), { recursive: true })
  cpSync(join(import.meta.dirname, 'setup'), join(root, 'bin/setup'), { recursive: true })
  cpSync(join(import.meta.dirname, 'node24.js'), join(root, 'bin/node24.js'))
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  lockPackage('1.0.0')
  npmThat(installs)
})

test('packages are installed once, with development tools even in production, and again when the lock file changes', () => {
  assert.match(setUp({ NODE_ENV: 'production' }).stdout, /^Installing packages .*\n {2}done in \d+ s\n$/)
  assert.deepEqual(npmCalls(), ['ci --no-audit --no-fund --include=dev --include=optional NODE_ENV='])
  assert.equal(setUp().stdout, '')
  assert.equal(npmCalls().length, 1)
  lockPackage('1.0.1')
  setUp()
  assert.equal(npmCalls().length, 2)
})

test('a lock file that changed together with the installed packages needs no installation', () => {
  setUp()
  lockPackage('1.0.1')
  writeFileSync(join(root, 'node_modules/.package-lock.json'), readFileSync(join(root, 'package-lock.json')))
  assert.equal(setUp().status, 0)
  assert.equal(npmCalls().length, 1)
})

test('two set-ups at once install once', async () => {
  npmThat(`sleep 1; ${installs}`)
  const both = [startSetUp(), startSetUp()]
  const ended = await Promise.all(both.map((child) => once(child, 'exit')))
  assert.deepEqual(ended, [
    [0, null],
    [0, null],
  ])
  assert.equal(npmCalls().length, 1)
})

test('a set-up that was killed does not block the next', () => {
  mkdirSync(join(root, '.mufakat'))
  const gone = spawnSync('true')
  writeFileSync(join(root, '.mufakat/setup.lock'), String(gone.pid))
  assert.equal(setUp().status, 0)
  assert.equal(npmCalls().length, 1)
})

test('the command it is given runs under the installed Node, with its exit code', () => {
  writeFileSync(join(root, 'bin/say.js'), 'console.log(process.execPath, ...process.argv.slice(2)); process.exit(7)')
  const run = setUp({}, ['say.js', 'a', '--b'])
  assert.equal(run.status, 7)
  assert.ok(run.stdout.endsWith(`${process.execPath} a --b\n`))
})

const failures: [what: string, npm: string, line: RegExp][] = [
  ['no network', 'echo "npm error code EAI_AGAIN" >&2; exit 1', /the npm registry cannot be reached/],
  ['a full disk', 'echo "npm error ENOSPC: no space left on device, write" >&2; exit 1', /the disk is full/],
  [
    'another reason',
    'echo "npm error code EUSAGE\nnpm error\nnpm error lock file is out of step" >&2; exit 1',
    /npm ci: lock file is out of step/,
  ],
  ['scripts switched off', 'mkdir -p node_modules', /Node 24 is missing: allow them/],
]
for (const [what, npm, line] of failures) {
  test(`${what}: one clear line, exit code 1, and the next start tries again`, () => {
    npmThat(npm)
    const failed = setUp()
    assert.equal(failed.status, 1)
    assert.match(failed.stderr, new RegExp(`^Set-up failed: .*${line.source}.*\n$`))
    npmThat(installs)
    assert.equal(setUp().status, 0)
  })
}

test('no npm on the PATH: one clear line', () => {
  rmSync(join(place, 'npm'))
  const failed = setUp({ PATH: place })
  assert.equal(failed.status, 1)
  assert.match(failed.stderr, /^Set-up failed: npm ci: npm could not be run: .*\n$/)
})

test('a Node that is too old is told which one is needed', () => {
  const pretend = join(place, 'old.cjs')
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.19.0' } })`,
  )
  const failed = spawnSync(process.execPath, ['-r', pretend, join(root, 'bin/setup')], { encoding: 'utf8' })
  assert.equal(failed.status, 1)
  assert.match(
    failed.stderr,
    /^Mufakat needs Node 20 or newer, and this is v\S+: install one from https:\/\/nodejs.org.\n$/,
  )
})

const installs = `mkdir -p node_modules/node/bin && ln -sf ${process.execPath} node_modules/node/bin/node`

function lockPackage(version: string): void {
  const packages = {
    '': {},
    'node_modules/one': { version },
    'node_modules/elsewhere': { version: '2.0.0', optional: true },
  }
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }))
}

function npmThat(script: string): void {
  writeFileSync(join(place, 'npm'), `#!/bin/sh\necho "$* NODE_ENV=$NODE_ENV" >> ${calls}\n${script}\n`)
  chmodSync(join(place, 'npm'), 0o755)
}

function npmCalls(): string[] {
  return readFileSync(calls, 'utf8').trim().split('\n')
}

function setUp(env: NodeJS.ProcessEnv = {}, args: string[] = []) {
  return spawnSync(process.execPath, [join(root, 'bin/setup'), ...args], { env: environment(env), encoding: 'utf8' })
}

function startSetUp() {
  return spawn(process.execPath, [join(root, 'bin/setup')], { env: environment({}), stdio: 'ignore' })
}

function environment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${place}:${process.env.PATH}`, ...env }
}
