import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { FileFault, type FileKind } from '../file-kind.ts'

const tailLength = 2_048
/** Longer than any name that is looked for, written with every letter as #xx. */
const overlap = 64
const encrypted = /\/Encrypt[\s/<[(\d]/
const active = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)[\s/<[(>]/

/**
 * A PDF from its head to its last line: it ends with its own trailer, and the trailer leads to a table of objects. What
 * was appended after it, a password, scripts and files inside are refused. Names that are packed in compressed streams
 * are not seen; the file is therefore never shown by us, only given out to be saved.
 */
export async function checkPdf(path: string): Promise<FileKind> {
  await checkTrailer(path)
  let before = ''
  for await (const chunk of createReadStream(path)) {
    const text = before + (chunk as Buffer).toString('latin1')
    const plain = text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    if (encrypted.test(plain)) throw new FileFault('encrypted')
    if (active.test(plain)) throw new FileFault('active')
    before = text.slice(-overlap)
  }
  return 'pdf'
}

async function checkTrailer(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const at = async (from: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      return buffer.toString('latin1', 0, bytesRead)
    }
    const tail = await at(Math.max(0, size - tailLength), tailLength)
    const table = tail.match(/startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/)?.[1]
    if (table === undefined || Number(table) >= size) throw new FileFault('broken')
    if (!/^\s*(?:xref\s|\d+\s+\d+\s+obj)/.test(await at(Number(table), 64))) throw new FileFault('broken')
  } finally {
    await file.close()
  }
}
