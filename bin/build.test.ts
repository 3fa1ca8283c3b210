import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { build, isBuilt } from './build.ts'

const root = mkdtempSync(join(tmpdir(), 'mufakat-build-'))
after(() => rmSync(root, { recursive: true, force: true }))

before(() => {
  write(
    'package.json',
    '{ "type": "module", "imports": { "#ui/*": "./app/src/ui/*", "#jsx/*": "./app/src/ui/jsx/*.ts" }, "dependencies": {} }',
  )
  write('package-lock.json', '{}')
  write(
    'app/src/main.ts',
    `import { Greeting } from '#ui/greeting.tsx'\nconsole.log(String(Greeting({ name: 'Sari' })))\n`,
  )
  write('app/src/ui/greeting.tsx', 'export const Greeting = ({ name }: { name: string }) => <p>Halo {name}</p>\n')
  cpSync(join(import.meta.dirname, '../app/src/ui/jsx'), join(root, 'app/src/ui/jsx'), { recursive: true })
  write('app/src/ui/theme.scss', `@use 'theme/tokens';\np { color: tokens.$ink }\n`)
  write('app/src/ui/theme/_tokens.scss', '$ink: #123456;\n')
  symlinkSync(join(import.meta.dirname, '../node_modules'), join(root, 'node_modules'))
})

test('the server and its theme are made from the sources, aliases and JSX included', async () => {
  assert.equal(isBuilt(root), false)
  await build(root)
  assert.equal(isBuilt(root), true)
  assert.equal(run(), '<p>Halo Sari</p>\n')
  assert.equal(read('dist/assets/theme.css').trim(), 'p{color:#123456}')
})

test('nothing is made anew while nothing changes, a test included', async () => {
  const before = made()
  write('app/src/ui/greeting.test.ts', 'export {}')
  assert.equal(isBuilt(root), true)
  await build(root)
  assert.deepEqual(made(), before)
})

test('a changed page is bundled anew, and the theme stays', async () => {
  const before = made()
  write(
    'app/src/ui/greeting.tsx',
    'export const Greeting = ({ name }: { name: string }) => <p>Selamat pagi {name}</p>\n',
  )
  assert.equal(isBuilt(root), false)
  await build(root)
  assert.equal(run(), '<p>Selamat pagi Sari</p>\n')
  assert.equal(made().theme, before.theme)
})

test('a changed colour is compiled anew, and the bundle stays', async () => {
  const before = made()
  write('app/src/ui/theme/_tokens.scss', '$ink: #654321;\n')
  await build(root)
  assert.equal(read('dist/assets/theme.css').trim(), 'p{color:#654321}')
  assert.equal(made().server, before.server)
})

test('a source that does not compile fails the build and is not taken for built', async () => {
  write('app/src/ui/theme/_tokens.scss', '$ink: ;\n')
  await assert.rejects(build(root), /Expected expression/)
  assert.equal(isBuilt(root), false)
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function made() {
  const timeOf = (path: string) => statSync(join(root, path)).mtimeMs
  return { server: timeOf('dist/main.js'), theme: timeOf('dist/assets/theme.css') }
}

function run(): string {
  return spawnSync(process.execPath, [join(root, 'dist/main.js')], { encoding: 'utf8' }).stdout
}
