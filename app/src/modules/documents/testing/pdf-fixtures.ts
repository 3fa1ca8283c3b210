import { deflateSync, inflateSync } from 'node:zlib'

type Page = { text: string; extra?: string; content?: string }
export type PdfParts = {
  pages: Page[]
  /** Further objects after the font (number 3 + 2 per page and on), by number. */
  objects?: string[]
  catalogue?: string
  info?: string
  /** Content streams are packed. */
  packed?: boolean
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
const shown = (text: string) =>
  `BT /F1 12 Tf 60 780 Td 14 TL ${text
    .split('\n')
    .map((line) => `(${escaped(line)}) Tj T*`)
    .join(' ')} ET`

/** A PDF with text, object by object; pages are 4, 6, 8 … and their contents the numbers after. */
export function textPdf({ pages, objects = [], catalogue = '', info, packed = false }: PdfParts): Buffer {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ')
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap(({ text, extra = '', content }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R ${extra} >>`,
      stream(content ?? shown(text), packed),
    ]),
    ...objects,
    ...(info ? [info] : []),
  ]
  const end = info ? `/Info ${bodies.length} 0 R` : ''
  return written(
    '%PDF-1.7\n',
    bodies.map((body, index) => [index + 1, body] as const),
    `/Root 1 0 R ${end}`,
  )
}

export function stream(content: string | Buffer, packed = false, dictionary = ''): string {
  const plain = Buffer.from(content as string, 'latin1')
  const data = packed ? deflateSync(plain) : plain
  const filter = packed ? '/Filter /FlateDecode' : ''
  return `<< ${dictionary} ${filter} /Length ${data.length} >>\nstream\n${data.toString('latin1')}\nendstream`
}

/** The same file with objects written over by an update at its end; the old ones stay in its bytes. */
export function updated(file: Buffer, changes: [number, string][]): Buffer {
  const before = file.toString('latin1')
  const previous = before.match(/startxref\s+(\d+)\s+%%EOF\s*$/)![1]!
  return written(before, changes, `/Root 1 0 R /Prev ${previous}`)
}

function written(start: string, objects: (readonly [number, string])[], trailer: string): Buffer {
  let body = start
  const lines: string[] = start.startsWith('%PDF-1.7\n') && start.length === 9 ? ['0 1\n0000000000 65535 f \n'] : []
  for (const [number, text] of objects) {
    lines.push(`${number} 1\n${String(body.length).padStart(10, '0')} 00000 n \n`)
    body += `${number} 0 obj\n${text}\nendobj\n`
  }
  const size = Math.max(...objects.map(([number]) => number), 40) + 1
  const table = `xref\n${lines.join('')}trailer\n<< /Size ${size} ${trailer} >>`
  return Buffer.from(`${body}${table}\nstartxref\n${body.length}\n%%EOF\n`, 'latin1')
}

/** Everything that a PDF's bytes say: as they stand, and with every packed stream unpacked. */
export function everyByte(file: Buffer): string {
  const text = file.toString('latin1')
  const unpacked = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, data]) => {
    try {
      return inflateSync(Buffer.from(data!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...unpacked].join('\n')
}

/** The ways in which a word can be written in a PDF's bytes. */
export function writings(word: string): string[] {
  const latin = Buffer.from(word, 'latin1')
  const wide = Buffer.from(word, 'utf16le').swap16()
  return [word, wide.toString('latin1'), latin.toString('hex'), wide.toString('hex'), word.split('').join('\0')]
}
