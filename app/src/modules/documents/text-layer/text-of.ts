import type { Expected, FileStore } from '#kernel/files.ts'
import type { FileKind } from '../file-kind.ts'
import { pagesOfPdf } from './read-pdf.ts'
import { TextFault } from './text-fault.ts'

/** As many as a form can carry. */
const characterLimit = 100_000
const withText = { pdf: true, csv: true, text: true } as const
export const pictures = ['png', 'jpeg', 'webp'] as const

/** A stored file, and what it was when it was kept. */
export type StoredSource = Expected & { kind: FileKind; key: string }

/** Everything that can be read in a stored file, hidden letters of a PDF too; throws TextFault where that cannot be. */
export async function textOf(files: FileStore, { kind, key, ...expected }: StoredSource): Promise<string> {
  if (!(kind in withText)) throw new TextFault('office')
  const content = await files.get(key, expected)
  if (!content) throw new TextFault('lost')
  if (kind !== 'pdf') return plain(content, false)
  const pages = await pagesOfPdf(content)
  if (pages.every((page) => page.trim() === '')) throw new TextFault('no-text')
  return pages.map((page, index) => `[Halaman ${index + 1}]\n${page.trim()}`).join('\n\n')
}

/** Its first 100,000 letters, without marks between pages; throws TextFault where there are none. */
export async function beginningOf(files: FileStore, { kind, key }: { kind: FileKind; key: string }): Promise<string> {
  if (!(kind in withText)) throw new TextFault('office')
  const content = await files.get(key)
  if (!content) throw new TextFault('lost')
  const text = kind === 'pdf' ? (await pagesOfPdf(content, true)).join('\n') : await plain(content, true)
  if (text.trim() === '') throw new TextFault('no-text')
  // The database takes every sign but this one.
  return text.replaceAll('\0', ' ').slice(0, characterLimit)
}

async function plain(content: AsyncIterable<Uint8Array>, cut: boolean): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    size += chunk.length
    if (size > characterLimit * 4 && !cut) throw new TextFault('too-long')
    chunks.push(chunk)
    if (size > characterLimit * 4) break
  }
  const text = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
  if (text.length > characterLimit && !cut) throw new TextFault('too-long')
  return text
}
