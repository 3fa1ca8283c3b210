import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { institutionKey } from './institution-words.ts'
import { readSentinel, SENTINEL_CODES, SENTINELS } from './sentinels.ts'
import { splitInstitutions } from './split-institutions.ts'

const names = (raw: string, ...known: string[]) =>
  splitInstitutions(raw, { known: new Set(known.map(institutionKey)) }).institutions.map(({ name, acronym }) =>
    acronym ? `${name} [${acronym}]` : name,
  )

const CELLS: readonly (readonly [string, string, readonly string[]])[] = [
  ['one body stays one', 'Ministry of Trade, Industry and Energy', ['Ministry of Trade, Industry and Energy']],
  [
    'an Indonesian portfolio keeps its commas',
    'Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana (DP3AKB)',
    ['Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan Keluarga Berencana [DP3AKB]'],
  ],
  [
    'commas part what names a body each',
    'Ministry of Finance, National Audit Office, Parliament',
    ['Ministry of Finance', 'National Audit Office', 'Parliament'],
  ],
  [
    'a portfolio with commas ends where the next body begins',
    'Ministerio del Interior, Obras Públicas y Vivienda, Contraloría General',
    ['Ministerio del Interior, Obras Públicas y Vivienda', 'Contraloría General'],
  ],
  [
    'numbers count, and begin anew',
    '1. Dinas Kesehatan 2. Bappeda, 1. PKK 2. Karang Taruna',
    ['Dinas Kesehatan', 'Bappeda', 'PKK', 'Karang Taruna'],
  ],
  [
    'bullets of any shape',
    '● Kementerian Desa \uf0b7 Kementerian Sosial • BPS',
    ['Kementerian Desa', 'Kementerian Sosial', 'BPS'],
  ],
  [
    'hyphens at the start of lines, names broken over lines',
    '- Office of the Public De-\n fender of the City\n- Chamber of\n Deputies',
    ['Office of the Public Defender of the City', 'Chamber of Deputies'],
  ],
  [
    'lines',
    'Ministry of Justice\n Ministry of Health\nMunicipalities',
    ['Ministry of Justice', 'Ministry of Health', 'Municipalities'],
  ],
  [
    'a line that only wraps a name',
    'Ministry of Justice, The National Agency of\nInformation Society',
    ['Ministry of Justice', 'The National Agency of Information Society'],
  ],
  [
    'semicolons',
    'Ministry of Culture; Agency for Electronic Media;',
    ['Ministry of Culture', 'Agency for Electronic Media'],
  ],
  [
    'a short form before its name in brackets, in a language we know no words of',
    'BMI (Bundesministerium des Innern); KPK (Jakarta)',
    ['Bundesministerium des Innern [BMI]', 'KPK'],
  ],
  ['others that are not named', 'BMF, BMJ u.a.; Bappeda, dkk.; CGU etc', ['BMF', 'BMJ', 'Bappeda', 'CGU']],
  ['acronyms, with an "and" before the last', 'LACC, LRC, and MOFA.', ['LACC', 'LRC', 'MOFA']],
  [
    'spaced slashes part, tight ones do not',
    'Ministry of Labour / Directorate of Work (DGT); NEPAD/APRM Secretariat',
    ['Ministry of Labour', 'Directorate of Work [DGT]', 'NEPAD/APRM Secretariat'],
  ],
  [
    '"and" between two ministries',
    'Ministry of Health and Ministry of Finance',
    ['Ministry of Health', 'Ministry of Finance'],
  ],
  ['"and" inside a name', 'Ministry of Women and Child Affairs', ['Ministry of Women and Child Affairs']],
  [
    'nothing is cut inside brackets or quotation marks',
    'UK Government (budget, tax; audit), Foundation "Truth, and Justice"',
    ['UK Government', 'Foundation "Truth, and Justice"'],
  ],
  [
    'the short form may stand first',
    'DPER (Department of Public Expenditure); CRTA – Centre for Research, Transparency and Accountability',
    ['Department of Public Expenditure [DPER]', 'Centre for Research, Transparency and Accountability [CRTA]'],
  ],
  [
    'headings inside the cell go',
    'Pemerintah: Bappeda, Dinas Sosial\nCivil society: Involve',
    ['Bappeda', 'Dinas Sosial', 'Involve'],
  ],
  [
    'a bracket that never closes holds nothing back',
    'Ministry of Justice (MJ); Office of Planning (STP',
    ['Ministry of Justice [MJ]', 'Office of Planning (STP'],
  ],
  [
    'entities become characters',
    'Union C&#244;te d&#39;Ivoire; A &amp; B Agency',
    ["Union Côte d'Ivoire", 'A & B Agency'],
  ],
  ['a body named twice is one', 'Dinas Kesehatan; DINAS  KESEHATAN', ['Dinas Kesehatan']],
]
for (const [what, raw, expected] of CELLS)
  test(`several bodies in a cell: ${what}`, () => assert.deepEqual(names(raw), expected))

test('"and" parts two names that the directory knows, and a known name is never cut', () => {
  assert.deepEqual(names('Bina Desa and Kota Kita'), ['Bina Desa and Kota Kita'])
  assert.deepEqual(names('Bina Desa and Kota Kita', 'Bina Desa', 'Kota Kita'), ['Bina Desa', 'Kota Kita'])
  assert.deepEqual(names('Air, Tanah, Hutan', 'Air, Tanah, Hutan'), ['Air, Tanah, Hutan'])
})

test('prose and fragments are marked for a person to look at, and said in the notes', () => {
  const read = splitInstitutions('Comments submitted by users of the website have been taken into account.')
  assert.equal(read.institutions[0]?.doubtful, true)
  assert.deepEqual(read.notes, ['institution-doubtful'])
  assert.deepEqual(names('NA; Ministry of Health'), ['Ministry of Health'])
})

test('persons below a heading such as "Citizens:" are no bodies; the bodies beside them are', () => {
  const doubts = (raw: string) =>
    splitInstitutions(raw).institutions.map(({ name, doubtful }) => (doubtful ? `?${name}` : name))
  assert.deepEqual(
    doubts('GIZ; American Chamber of Commerce \n Citizens: Nino Beridze; Lasha Kiknadze\nCSOs: GYLA, TI'),
    ['GIZ', 'American Chamber of Commerce', '?Nino Beridze', '?Lasha Kiknadze', 'GYLA', 'TI'],
  )
  assert.deepEqual(doubts('Perorangan:\n- Siti Rohmah\n- Budi Santoso'), ['?Siti Rohmah', '?Budi Santoso'])
  assert.deepEqual(doubts('Experts: Ana Díaz, Luis Gil; Universidad Central'), [
    '?Ana Díaz',
    '?Luis Gil',
    'Universidad Central',
  ])
})

test('case, accents, articles and punctuation do not make two bodies of one', () => {
  assert.equal(institutionKey('The Ministry of  Énergie & Mines.'), institutionKey('MINISTRY OF ENERGIE AND MINES'))
  assert.notEqual(institutionKey('Ministry of Health'), institutionKey('Ministry of Wealth'))
})

test('every list of plain bodies parts again into its members, whichever way it was written', () => {
  const body = fc
    .tuple(
      fc.constantFrom('Ministry of', 'Agency for', 'Dinas', 'Council of'),
      fc.constantFrom('Health', 'Water', 'Roads', 'Trade', 'Kesehatan', 'Forests'),
    )
    .map((parts) => parts.join(' '))
  const list = fc.uniqueArray(body, { minLength: 2, maxLength: 6 })
  const ways = [
    (bodies: string[]) => bodies.join('; '),
    (bodies: string[]) => bodies.join(', '),
    (bodies: string[]) => bodies.join('\n'),
    (bodies: string[]) => bodies.map((one, index) => `${index + 1}. ${one}`).join(' '),
    (bodies: string[]) => bodies.map((one) => `• ${one}`).join(' '),
    (bodies: string[]) => bodies.map((one) => `- ${one}`).join('\n'),
  ]
  fc.assert(
    fc.property(list, (bodies) => {
      for (const way of ways) assert.deepEqual(names(way(bodies)), bodies, way(bodies))
    }),
  )
})

test('no cell whatever makes the splitting fail, and every name comes from the cell', () => {
  const piece = fc.constantFrom(
    'Ministry of ',
    'and ',
    ', ',
    '; ',
    '(',
    ')',
    '"',
    '\n',
    '- ',
    '1. ',
    '2. ',
    'ABC',
    '. ',
    ': ',
    ' / ',
    '&amp;',
    '•',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
      ),
      (raw) => {
        for (const { name, key } of splitInstitutions(raw).institutions)
          assert.ok(name.length > 0 && key.length > 0 && name.length <= raw.length + 2)
      },
    ),
    { numRuns: 500 },
  )
})

test('each way to say nothing has one code, its own meaning in both languages, and can be changed by a map', () => {
  const forms = SENTINEL_CODES.flatMap((code) => SENTINELS[code].forms.map((form) => [form, code] as const))
  assert.equal(new Set(forms.map(([form]) => form)).size, forms.length)
  for (const [form, code] of forms) assert.deepEqual(readSentinel(` ${form.toUpperCase()} `), { code, declared: false })
  assert.equal(new Set(SENTINEL_CODES.map((code) => SENTINELS[code].meaning.en)).size, SENTINEL_CODES.length)
  assert.deepEqual(readSentinel('NA', { na: 'no-data' }), { code: 'no-data', declared: true })
  assert.equal(readSentinel('NA', { NA: null }), null)
  assert.equal(readSentinel('Namibia'), null)
})
