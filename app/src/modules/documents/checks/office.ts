import { open } from 'node:fs/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { FileFault, type FileKind } from '../file-kind.ts'
import { archives, begins, oldOffice, programs, zip } from './signatures.ts'

/** Far above what office programs write: a book of a thousand pictures has some thousand entries. */
const entryLimit = 5_000
const unpackedLimit = 200 * 1024 * 1024
/** Text shrinks to a twentieth at most, tables of one repeated value to a hundredth. */
const ratioLimit = 250
const smallEnough = 1024 * 1024
const listLimit = 1024 * 1024

const lists = new Set(['[Content_Types].xml', 'mimetype', 'META-INF/manifest.xml'])
const macroNames = /(?:^|\/)(?:vba\w*\.\w+|.*\.bas|macrosheets\/.*|activeX\/.*)$|^(?:Basic|Scripts)\//i

/** A document of an office program: a zip that holds what its kind must hold, is no bomb, and brings nothing that runs. */
export async function checkOffice(path: string): Promise<FileKind> {
  await endsWithItsList(path)
  const file = await openPromise(path, { strictFileNames: true, validateEntrySizes: true }).catch(broken)
  try {
    return kindOf(await unpack(file))
  } catch (error) {
    if (error instanceof FileFault) throw error
    return broken()
  } finally {
    file.close()
  }
}

type Unpacked = { names: Set<string>; texts: Map<string, string> }

async function unpack(file: ZipFile): Promise<Unpacked> {
  if (file.entryCount > entryLimit) throw new FileFault('bomb')
  const names = new Set<string>()
  const texts = new Map<string, string>()
  let unpacked = 0
  for await (const entry of file.eachEntry()) {
    refuseByHead(entry)
    if (names.has(entry.fileName)) throw new FileFault('broken')
    names.add(entry.fileName)
    const { size, text } = await readEntry(file, entry, unpackedLimit - unpacked)
    unpacked += size
    if (text !== undefined) texts.set(entry.fileName, text)
  }
  return { names, texts }
}

function refuseByHead({ fileName, generalPurposeBitFlag, uncompressedSize, compressedSize }: Entry): void {
  if (generalPurposeBitFlag & 0x41) throw new FileFault('encrypted')
  if (macroNames.test(fileName)) throw new FileFault('macros')
  if (uncompressedSize > unpackedLimit) throw new FileFault('bomb')
  if (uncompressedSize > smallEnough && uncompressedSize > compressedSize * ratioLimit) throw new FileFault('bomb')
}

/** Unpacks to nowhere and counts: what the list of the zip says of sizes is not believed. */
async function readEntry(file: ZipFile, entry: Entry, left: number): Promise<{ size: number; text?: string }> {
  const kept: Buffer[] = []
  const listed = lists.has(entry.fileName) || entry.fileName.endsWith('.rels')
  let size = 0
  for await (const chunk of await file.openReadStreamPromise(entry)) {
    const bytes = chunk as Buffer
    if (size === 0) refuseByStart(bytes)
    size += bytes.length
    if (size > left || (listed && size > listLimit)) throw new FileFault('bomb')
    if (listed) kept.push(bytes)
  }
  return listed ? { size, text: Buffer.concat(kept).toString('utf8') } : { size }
}

function refuseByStart(bytes: Buffer): void {
  if (begins(bytes, zip) || begins(bytes, archives) || begins(bytes, oldOffice)) throw new FileFault('nested')
  if (begins(bytes, programs)) throw new FileFault('program')
}

const mainParts = {
  docx: ['wordprocessingml.document.main+xml', 'word/document.xml'],
  xlsx: ['spreadsheetml.sheet.main+xml', 'xl/workbook.xml'],
  pptx: ['presentationml.presentation.main+xml', 'ppt/presentation.xml'],
} as const

function kindOf({ names, texts }: Unpacked): FileKind {
  const types = texts.get('[Content_Types].xml')
  if (types === undefined) return openDocumentKind(names, texts)
  if (/macroEnabled|vbaProject/i.test(types)) throw new FileFault('macros')
  for (const [name, text] of texts)
    if (name.endsWith('.rels') && fetchesFromElsewhere(text)) throw new FileFault('active')
  for (const [kind, [type, part]] of Object.entries(mainParts))
    if (types.includes(type) && names.has(part)) return kind as FileKind
  throw new FileFault('archive')
}

/** A template or object that the office program would fetch when the file is opened. */
function fetchesFromElsewhere(relations: string): boolean {
  const each = relations.match(/<Relationship\s[^>]*>/g) ?? []
  return each.some((one) => /attachedTemplate|oleObject|\/frame/.test(one) && /TargetMode\s*=\s*["']External/.test(one))
}

function openDocumentKind(names: Set<string>, texts: Map<string, string>): FileKind {
  const manifest = texts.get('META-INF/manifest.xml')
  const type = texts.get('mimetype')
  if (manifest === undefined || type === undefined || !names.has('content.xml')) throw new FileFault('archive')
  if (manifest.includes('encryption-data')) throw new FileFault('encrypted')
  if (type === 'application/vnd.oasis.opendocument.text') return 'odt'
  if (type === 'application/vnd.oasis.opendocument.spreadsheet') return 'ods'
  throw new FileFault('archive')
}

/** The list of a zip stands at its very end; anything after it would be another file in the same one. */
async function endsWithItsList(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(22), 0, 22, Math.max(0, size - 22))
    const whole = bytesRead === 22 && buffer.readUInt32LE(0) === 0x06054b50 && buffer.readUInt16LE(20) === 0
    if (!whole) throw new FileFault('broken')
  } finally {
    await file.close()
  }
}

function broken(): never {
  throw new FileFault('broken')
}
