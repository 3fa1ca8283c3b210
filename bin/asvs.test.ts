import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const place = mkdtempSync(join(tmpdir(), 'mufakat-asvs-test-'))
after(() => rmSync(place, { recursive: true }))
const page = readFileSync(join(import.meta.dirname, '../docs/security-asvs.md'), 'utf8')
const row = page.match(/^\| V3\.4\.4 \| .+\n/m)![0]

function judged(text: string) {
  const file = join(place, 'page.md')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'asvs'), file])
  return { status, said: `${stdout}${stderr}` }
}

test('the page as it is has 253 requirements, with their tests', () => {
  const { status, said } = judged(page)
  assert.equal(status, 0, said)
  assert.match(said, /253 requirements/)
})

test('a row that is missing, doubled or unknown, another state, a test that is not there: each is named', () => {
  const spoiled: [string, string, RegExp][] = [
    [row, '', /V3\.4\.4 has no row/],
    [row, row + row, /V3\.4\.4 has two rows/],
    ['| V3.4.4 |', '| V3.4.44 |', /V3\.4\.44 is no requirement/],
    ['| V3.4.4 | met |', '| V3.4.4 | nearly |', /V3\.4\.4 has the state "nearly"/],
    ['| V3.4.4 | met |', '| V3.4.4 | partly |', /V3\.4\.4 is partly, and not once so in the open work/],
    [row, row.replace('every kind of', 'every other kind of'), /V3\.4\.4 names "every other kind of/],
    [row, row.replace('asvs-headers', 'asvs-footers'), /V3\.4\.4 names .*asvs-footers.*, which is not there/],
    [row, row.replace(/`.*/, 'of course |'), /V3\.4\.4 shows neither a test, nor a heading, nor why/],
    ['security.md#limits)', 'security.md#limitless)', /points to security\.md#limitless/],
    ['| not met | ', '| not met | 1', /does not say that \d+ rows are "not met"/],
  ]
  for (const [from, to, expected] of spoiled) {
    assert.ok(page.includes(from), from)
    const { status, said } = judged(page.replace(from, to))
    assert.equal(status, 1, to)
    assert.match(said, expected)
  }
})
