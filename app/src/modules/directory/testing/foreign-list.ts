/** One invented body of a foreign list; the parent by name. */
export type ForeignBody = {
  id: string
  name: string
  acronym: string
  former: string
  kind: string
  parent: string
  dissolved: string
}

const subjects = [
  'Agriculture', 'Archives', 'Aviation', 'Budget', 'Climate', 'Commerce', 'Culture', 'Customs', 'Defence', 'Education',
  'Elections', 'Energy', 'Finance', 'Fisheries', 'Forestry', 'Health', 'Housing', 'Immigration', 'Justice', 'Labour',
] // biome-ignore format: a list of words
const units = ['Office', 'Board', 'Commission', 'Institute', 'Inspectorate', 'Laboratory', 'Registry', 'Secretariat']

/** 20 ministries, each with 20 bodies below it (two of the same name under every ministry), and 40 dissolved ones. */
export function foreignBodies(): ForeignBody[] {
  const bodies: ForeignBody[] = []
  const add = (body: Omit<ForeignBody, 'id'>) => bodies.push({ id: `B${bodies.length + 1}`, ...body })
  for (const [at, subject] of subjects.entries()) {
    const ministry = `Ministry of ${subject}`
    const former = at % 3 === 0 ? `Department of ${subject} Affairs; Bureau of ${subject}` : ''
    add({
      name: ministry,
      acronym: `MO${subject.slice(0, 3).toUpperCase()}`,
      former,
      kind: 'Ministry',
      parent: '',
      dissolved: '',
    })
    for (let number = 1; number <= 18; number++) {
      const unit = units[number % units.length]!
      const name = `${subject} ${unit}, Region ${number}`
      add({
        name,
        acronym: number === 5 ? `${subject.slice(0, 2).toUpperCase()}R5` : '',
        former: '',
        kind: 'Agency',
        parent: ministry,
        dissolved: '',
      })
    }
    // The same name under every parent: told apart by the parent alone.
    add({
      name: 'Office of the Inspector General',
      acronym: 'OIG',
      former: '',
      kind: 'Agency',
      parent: ministry,
      dissolved: '',
    })
    add({
      name: 'Citizens’ Council “Écoute”',
      acronym: '',
      former: '',
      kind: 'Civil society',
      parent: ministry,
      dissolved: '',
    })
    for (const decade of [1, 2])
      add({
        name: `${subject} Marketing Board ${decade}`,
        acronym: '',
        former: '',
        kind: 'Agency',
        parent: '',
        dissolved: `31 March 200${decade}`,
      })
  }
  return bodies
}

const columns: (keyof ForeignBody)[] = ['id', 'name', 'acronym', 'former', 'kind', 'parent', 'dissolved']
const headers = {
  en: [
    'Unique identifier',
    'Organisation name',
    'Acronym',
    'Formerly known as (former names)',
    'Type',
    'Parent agency',
    'Dissolved on',
  ],
  id: ['Kode', 'Nama instansi', 'Singkatan', 'Nama lama', 'Jenis', 'Instansi induk', 'Dibubarkan'],
}

/** The list as bytes in one of the dialects that spreadsheets write. */
export function asBytes(bodies: ForeignBody[], dialect: 'comma-utf8' | 'semicolon-1252' | 'tab-utf16'): Buffer {
  const separator = { 'comma-utf8': ',', 'semicolon-1252': ';', 'tab-utf16': '\t' }[dialect]
  const quote = (cell: string) => (/[",;\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const header = dialect === 'semicolon-1252' ? headers.id : headers.en
  const rows = bodies.map((body) => columns.map((column) => quote(body[column])).join(separator))
  const text = [header.join(separator), ...rows].join('\r\n')
  if (dialect === 'tab-utf16') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  return dialect === 'comma-utf8' ? Buffer.from(`\ufeff${text}\r\n`) : in1252(text)
}

function in1252(text: string): Buffer {
  const high: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94 }
  return Buffer.from([...text].map((letter) => high[letter] ?? letter.charCodeAt(0)))
}
