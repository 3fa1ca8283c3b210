import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMentions } from './mention.ts'
import { paragraphsOf, piecesOf } from './plain-text.ts'

const seated = [
  { id: '1', name: 'Made Putra', organisation: 'A' },
  { id: '2', name: 'Made Putra Wijaya', organisation: 'B' },
  { id: '3', name: 'Siti Rohmah', organisation: 'C' },
  { id: '4', name: 'Siti Aminah', organisation: 'D' },
]
const ids = (text: string, chosen: string[] = []) => findMentions(text, seated, chosen).people.map((one) => one.id)

test('a whole name is meant before a longer one that begins alike; a first name must fit one person', () => {
  assert.deepEqual(ids('Tanya @Made Putra.'), ['1'])
  assert.deepEqual(ids('Tanya @Made Putra Wijaya Besok'), ['2'])
  assert.deepEqual(ids('@Siti Rohmah dan @siti'), ['3'])
  assert.deepEqual(ids('surel ada@Siti.example'), [])
  const { ambiguous } = findMentions('@Siti', seated)
  assert.deepEqual(
    ambiguous[0]?.candidates.map((one) => one.id),
    ['3', '4'],
  )
  assert.deepEqual(ids('@Siti', ['4']), ['4'])
  assert.deepEqual(findMentions('@Budi Santoso', seated).unknown, ['Budi Santoso'])
})

test('only web addresses become links, and a text of any size is cut in a moment', () => {
  assert.deepEqual(piecesOf('lihat https://a.example/b, ya'), [
    { text: 'lihat ' },
    { href: 'https://a.example/b' },
    { text: ', ya' },
  ])
  assert.deepEqual(piecesOf('javascript:alert(1) ftp://x'), [{ text: 'javascript:alert(1) ftp://x' }])
  assert.deepEqual(paragraphsOf('a\nb\n\n\nc'), [['a', 'b'], ['c']])
  const started = performance.now()
  findMentions('@A '.repeat(1600), seated)
  piecesOf('https://'.repeat(600))
  paragraphsOf('\n '.repeat(2500))
  assert.ok(performance.now() - started < 500)
})
