import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

test('a bucket is said whole, over TLS, with its secret in one place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-config-'))
  const file = join(folder, 'secret')
  writeFileSync(file, 'dari-berkas\n')
  const whole = {
    S3_ENDPOINT: 'https://s3.example',
    S3_BUCKET: 'berkas',
    S3_ACCESS_KEY_ID: 'mufakat',
    S3_SECRET_ACCESS_KEY: 'sangat-rahasia',
  }
  const { S3_SECRET_ACCESS_KEY: _, ...bare } = whole
  const refused: [Record<string, string>, RegExp][] = [
    [{ S3_BUCKET: 'berkas' }, /S3_ENDPOINT: is missing beside S3_BUCKET/],
    [{ ...whole, S3_ACCESS_KEY_ID: '' }, /S3_ACCESS_KEY_ID: is missing beside S3_ENDPOINT/],
    [bare, /S3_SECRET_ACCESS_KEY: is missing/],
    [{ ...whole, S3_SECRET_ACCESS_KEY_FILE: file }, /leave one out/],
    [
      { ...bare, S3_SECRET_ACCESS_KEY_FILE: join(folder, 'none') },
      /S3_SECRET_ACCESS_KEY_FILE: cannot be read \(ENOENT\)/,
    ],
    [{ ...whole, S3_BUCKET: 'Berkas/x' }, /S3_BUCKET: is the name of a bucket/],
    [{ ...whole, S3_ENDPOINT: 'https://u:p@s3.example' }, /S3_ENDPOINT: is an address alone/],
    [{ ...whole, S3_ENDPOINT: 'https://s3.example/berkas' }, /S3_ENDPOINT: is an address alone/],
    [{ ...whole, S3_ENDPOINT: 'http://s3.example' }, /S3_ENDPOINT: leads to another machine and must be https/],
  ]
  for (const [env, line] of refused)
    assert.throws(
      () => readConfig(env),
      (error: Error) =>
        line.test(error.message) && !/rahasia|berkas\n/.test(error.message) && !error.message.includes('\n'),
    )
  assert.equal(readConfig({}).s3, undefined)
  assert.equal(readConfig({ ...bare, S3_SECRET_ACCESS_KEY_FILE: file }).s3?.secretAccessKey, 'dari-berkas')
  assert.ok(readConfig({ ...whole, S3_ENDPOINT: 'http://127.0.0.1:9000' }))
  assert.ok(readConfig({ ...whole, S3_ENDPOINT: 'http://s3.example', MUFAKAT_PLAIN_CONNECTIONS: 'on' }))
  rmSync(folder, { recursive: true })
})
