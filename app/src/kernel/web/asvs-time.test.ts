import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf } from '#modules/accounts/device.ts'
import { ownPath } from '#modules/accounts/paths.ts'
import { readRecoveryCode } from '#modules/accounts/recovery-code.ts'
import { listLimits, readList } from '#modules/directory/importing/read-list.ts'
import { guessKind, slug } from '#modules/directory/importing/wish.ts'
import { plainWords, within } from '#modules/directory/search-words.ts'
import { findMentions } from '#modules/discussions/mention.ts'
import { paragraphsOf, piecesOf } from '#modules/discussions/plain-text.ts'
import { calendarFile } from '#modules/meetings/ical.ts'
import { paragraphsOf as minutesParagraphs } from '#modules/meetings/minutes-text.ts'
import { clockPattern } from '#modules/meetings/zone.ts'
import { readTerritories } from '#modules/programmes/charter-lines.ts'
import { slugOf } from '#modules/programmes/programme.ts'
import { writeAttribute } from '#ui/jsx/attribute.ts'
import { escapeHtml } from '#ui/jsx/escape.ts'
import { networkOfAddress } from '../session/network.ts'
import { contextWords, mostLength, passwordFlaw } from '../session/password-rules.ts'
import { readDate } from '../tabular/read-date.ts'
import { readInstitution } from '../tabular/read-institution.ts'
import { readNumber } from '../tabular/read-number.ts'
import { splitInstitutions } from '../tabular/split-institutions.ts'
import { readForm } from './form-body.ts'

const cell = listLimits.maxCell
/** What reads words of strangers, with the most characters that it is ever given. */
const readers: [name: string, most: number, read: (text: string) => unknown][] = [
  ['password', mostLength, (text) => passwordFlaw(text, { words: contextWords(text, 'Kabupaten Mekarsari') })],
  ['recovery code', 250_000, readRecoveryCode],
  ['place to go on to', 16_000, (text) => ownPath(`/${text}`, 'https://mufakat.example')],
  ['device', 16_000, deviceOf],
  ['address', 16_000, networkOfAddress],
  ['form', 250_000, (text) => assert.doesNotThrow(() => readForm(text.replaceAll('&', '+')))],
  ['web addresses in a comment', 10_000, (text) => piecesOf(`https://${text} https://a${text}`)],
  ['paragraphs of a comment', 10_000, paragraphsOf],
  ['mentions', 10_000, (text) => findMentions(`@A${text} @${text}`, [])],
  ['paragraphs of minutes', 20_000, minutesParagraphs],
  ['clock', 16_000, (text) => clockPattern.test(text)],
  ['calendar', 20_000, (text) => calendarFile({ name: text, entries: [] })],
  ['territories of a charter', 20_000, (text) => readTerritories(text, [], 'id')],
  ['name of a programme', 1_000, slugOf],
  ['search', 16_000, (text) => [plainWords(text), within(text)]],
  ['markup', 250_000, (text) => [escapeHtml(text), writeAttribute('href', text), writeAttribute('title', text)]],
  ['date in a table', cell, readDate],
  ['number in a table', cell, readNumber],
  ['institution in a table', cell, (text) => [readInstitution(text), guessKind(text), slug(text)]],
  ['institutions in a cell', cell, splitInstitutions],
  ['table', 1_500_000, (text) => readList(Buffer.from(`name;code\n${text.slice(0, cell)};1\n${text}`))],
]

/** Long runs of what patterns repeat, each ended by what they do not expect. */
const runs = [
  'a',
  'A',
  '1',
  ' ',
  '\n',
  ' \n',
  '.',
  '-',
  '(',
  ')',
  '()',
  '1.',
  '1,',
  'A ',
  'a-',
  '@A',
  '0/',
  '=',
  '&a=',
  '\u00a0',
  '‘',
  '%',
  '"',
  ';',
  'http://',
]

test('no text of strangers, however long and regular, keeps a pattern busy', () => {
  for (const [name, most, read] of readers)
    for (const run of runs)
      for (const end of ['', '\u0001', ' x!']) {
        const text = run.repeat(Math.ceil(most / run.length)).slice(0, most - end.length) + end
        const began = performance.now()
        read(text)
        const took = performance.now() - began
        assert.ok(took < 3_000, `${name}: ${took.toFixed(0)} ms for ${JSON.stringify(run)} and ${JSON.stringify(end)}`)
      }
})
