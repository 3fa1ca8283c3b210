import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../../../..')
const sources = globSync(['app/src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'], { cwd: root }).filter(
  (path) => !/\.(test|fixture)\.tsx?$|\/testing\//.test(path),
)
const code = new Map(sources.map((path) => [path, readFileSync(join(root, path), 'utf8')]))

/** What can open a connection to another machine, and the only files that may. */
const openers: [RegExp, string[]][] = [
  [
    /^import (?!type).*'(node:)?(https?|http2|tls|dgram|undici|ws|axios|got)'/m,
    ['app/src/kernel/files/s3-requests.ts', 'app/src/kernel/outside/post.ts'],
  ],
  [/(?<![.\w])fetch\(|\bnew (WebSocket|EventSource)\(/, []],
  [/\b(connect|createConnection|Socket)\b[^\n]* from '(node:)?net'/, ['app/src/kernel/virus-scanner.ts']],
  [/^import (?!type).*'nodemailer'/m, ['app/src/kernel/mail/send.ts']],
  [/^import (?!type).*'openid-client'/m, ['app/src/modules/accounts/provider.ts']],
  [/\bpostOutside\(/, ['app/src/kernel/outside/post.ts', 'app/src/modules/transparency/witnesses/ask.ts']],
]

test('beside the database only five files of the app open a connection, to addresses that the configuration names', () => {
  assert.ok(code.size > 500)
  for (const [opener, allowed] of openers) {
    const found = sources.filter((path) => opener.test(code.get(path)!))
    assert.deepEqual(found.sort(), allowed, String(opener))
  }
  const named: [string, RegExp][] = [
    ['app/src/modules/accounts/provider.ts', /const issuer = new URL\(OIDC_ISSUER\)/],
    ['app/src/start/deps.ts', /files: openFiles\(config\)/],
    ['app/src/start/deps.ts', /scanner: clamav\(scannerPlace\(config\.MUFAKAT_CLAMAV\)!\)/],
    ['app/src/start/background.ts', /smtpUrl: config\.SMTP_URL/],
    ['app/src/start/background.ts', /witnesses: readWitnesses\(config\)/],
  ]
  for (const [path, source] of named) assert.match(code.get(path)!, source, path)
})
