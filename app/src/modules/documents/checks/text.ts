import { createReadStream } from 'node:fs'
import { FileFault, type FileKind } from '../file-kind.ts'
import { isNamedAsText } from '../file-name.ts'

const markup = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|style|\?xml|\?php|%)/i
/** No text has them but tab, line ends and form feed, and programs are full of them. */
const controls = /[^\P{Cc}\t\n\f\r\u0080-\u009f]/u

/** Plain text or a table: UTF-8 from the first byte to the last, without controls, and nothing that a browser would run. */
export async function checkText(path: string, head: Buffer, sentName: string): Promise<FileKind> {
  const start = head.toString('utf8').replace(/^\ufeff/, '')
  if (head.includes(0) && !isUtf16(head)) throw new FileFault('unknown')
  if (/^\s*(?:\{\\rtf|%!PS)/.test(start)) throw new FileFault('unknown')
  if (markup.test(start)) throw new FileFault('markup')
  await readWhole(path)
  if (!isNamedAsText(sentName)) throw new FileFault('program')
  const firstLine = start.split(/\r?\n/, 1)[0]!
  return /\.(csv|tsv)$/i.test(sentName.trim()) && /[,;\t|]/.test(firstLine) ? 'csv' : 'text'
}

async function readWhole(path: string): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const read = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch {
      throw new FileFault('not-utf8')
    }
  }
  for await (const chunk of createReadStream(path))
    if (controls.test(read(chunk as Buffer))) throw new FileFault('unknown')
  read()
}

function isUtf16(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
}
