import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from './config.ts'

const far = 'postgres://mufakat_app:x@db.example/mufakat'

test('a database or mail server of another machine needs TLS that is verified, unless the operator says otherwise', () => {
  const refused: Record<string, string>[] = [
    { DATABASE_URL: far },
    { DATABASE_URL: `${far}?sslmode=require` },
    { DATABASE_URL: `${far}?sslmode=no-verify` },
    { DATABASE_URL: `${far}?sslmode=verify-full&sslmode=disable` },
    { DATABASE_URL: 'postgres://x@localhost/mufakat?host=db.example' },
    { DATABASE_ADMIN_URL: 'postgres://postgres:x@10.0.0.7/postgres' },
    { KEYS_DATABASE_URL: 'postgres://x@keys.example/keys' },
    { SMTP_URL: 'smtp://mail.example' },
    { SMTP_URL: 'smtp://mail.example?requireTLS=false' },
    { SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' },
    { SMTP_URL: 'smtp://mail.example?requireTLS=true&ignoreTLS=true' },
  ]
  for (const env of refused) {
    const [name] = Object.keys(env)
    assert.throws(() => readConfig(env), new RegExp(`${name}: leads to another machine`), JSON.stringify(env))
    assert.ok(readConfig({ ...env, MUFAKAT_PLAIN_CONNECTIONS: 'on' }))
  }
  const taken: Record<string, string>[] = [
    { DATABASE_URL: `${far}?sslmode=verify-full` },
    { DATABASE_URL: 'postgres://x@127.0.0.1:5432/mufakat' },
    { DATABASE_URL: 'postgres://x@[::1]/mufakat' },
    { DATABASE_URL: 'postgres:///mufakat?host=/var/run/postgresql' },
    { SMTP_URL: 'smtps://mail.example' },
    { SMTP_URL: 'smtp://mail.example:587?requireTLS=true' },
    { SMTP_URL: 'smtp://localhost:1025' },
  ]
  for (const env of taken) assert.ok(readConfig(env), JSON.stringify(env))
})

test('where the example is off, officials must have a second factor unless the operator says otherwise', () => {
  const required = (env: Record<string, string>) => readConfig(env).MUFAKAT_REQUIRE_SECOND_FACTOR
  assert.equal(required({ MUFAKAT_DEMO: 'off' }), 'officials')
  assert.equal(required({ MUFAKAT_DEMO: 'off', MUFAKAT_REQUIRE_SECOND_FACTOR: 'off' }), 'off')
  assert.equal(required({}), 'off')
  assert.equal(required({ MUFAKAT_DEMO: 'public', MUFAKAT_REQUIRE_SECOND_FACTOR: 'officials' }), 'officials')
})
