import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import sharp from 'sharp'
import { diskFiles } from '#kernel/files/disk.ts'
import { type Fault, FileFault, type FileKind, fileLimit } from './file-kind.ts'
import { keepFile, receiveFile } from './keep-file.ts'
import {
  movingPicture,
  officeFile,
  openDocumentFile,
  pdfFile,
  photoWithPlace,
  picture,
  pixelBomb,
  zipFile,
} from './testing/fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'mufakat-checks-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const files = diskFiles(folder)

async function* pieces(bytes: Buffer, length = 60_000) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}
const keep = async (bytes: Buffer | string, name = 'berkas') =>
  keepFile(files, await receiveFile(files, name, pieces(Buffer.from(bytes))))
const outcomeOf = (bytes: Buffer | string, name?: string): Promise<FileKind | Fault> =>
  keep(bytes, name).then(
    ({ kind }) => kind,
    (error) => {
      if (error instanceof FileFault) return error.fault
      throw error
    },
  )

const taken: [FileKind, Buffer | string, string?][] = [
  ['pdf', pdfFile(), 'telaah.docx'],
  ['png', await picture().png().toBuffer()],
  ['jpeg', await picture().jpeg().toBuffer(), 'foto.png'],
  ['webp', await picture().webp().toBuffer()],
  ['docx', officeFile('docx')],
  ['xlsx', officeFile('xlsx')],
  ['pptx', officeFile('pptx')],
  ['odt', openDocumentFile('text')],
  ['ods', openDocumentFile('spreadsheet')],
  ['csv', '\ufeffdesa,keluarga\nContoh,12\n', 'daftar.csv'],
  ['text', 'Catatan rapat – harga ≤ 5 dan < 10\n', 'catatan.txt'],
]

for (const [kind, bytes, name] of taken) {
  test(`${kind} is known by what it holds`, async () => assert.equal(await outcomeOf(bytes, name), kind))
}

const zeros = Buffer.alloc(8 * 1024 * 1024)
const refusedFiles: [string, Fault, Buffer | string, string?][] = [
  ['nothing at all', 'empty', ''],
  ['HTML', 'markup', '<!DOCTYPE html><script>alert(1)</script>', 'catatan.txt'],
  ['HTML after a blank and a mark', 'markup', '\ufeff \n<html>', 'catatan.txt'],
  ['SVG', 'markup', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', 'gambar.png'],
  ['SVG behind an XML head', 'markup', '<?xml version="1.0"?><svg/>'],
  ['PHP', 'markup', '<?php system($_GET[0]);', 'a.txt'],
  ['a Windows program', 'program', Buffer.from('MZ\x90\0\x03', 'latin1'), 'laporan.pdf'],
  ['a Linux program', 'program', Buffer.from('\x7fELF\x02\x01', 'latin1')],
  ['a shell script', 'program', '#!/bin/sh\nrm -rf /\n', 'a.txt'],
  ['a script that only its name tells', 'program', 'del /s /q c:\\\r\n', 'a.bat'],
  ['rich text', 'unknown', '{\\rtf1 x}'],
  ['any other bytes', 'unknown', Buffer.from([1, 2, 3, 0, 5])],
  ['text with controls', 'unknown', 'a\x1b[2Jb', 'a.txt'],
  ['text in another encoding', 'not-utf8', Buffer.from('caf\xe9', 'latin1'), 'a.csv'],
  ['UTF-16', 'not-utf8', Buffer.from('\ufeffdesa', 'utf16le'), 'a.csv'],
  ['gzip', 'archive', gzipSync('x')],
  ['a zip of anything', 'archive', zipFile([{ name: 'a.txt', data: 'x' }])],
  ['a zip that only says it is a document', 'archive', zipFile([{ name: 'word/document.xml', data: '<w/>' }])],
  ['Office before 2007, or with a password', 'old-office', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['PDF without its end', 'broken', pdfFile().subarray(0, -8)],
  ['PDF and a zip behind it', 'broken', Buffer.concat([pdfFile(), zipFile([{ name: 'a', data: 'x' }])])],
  ['PDF and a page behind it', 'broken', Buffer.concat([pdfFile(), Buffer.from('<html>')])],
  ['PDF that is only its head', 'broken', '%PDF-1.7\n<script>'],
  [
    'PDF whose table is elsewhere',
    'broken',
    pdfFile()
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n3'),
  ],
  ['PDF with a password', 'encrypted', pdfFile('/Encrypt 5 0 R')],
  ['PDF with a script', 'active', pdfFile('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
  ['PDF with a script spelled in codes', 'active', pdfFile('/OpenAction << /S /#4aava#53cript >>')],
  ['PDF that starts a program', 'active', pdfFile('/OpenAction << /S /Launch >>')],
  ['PDF with a file inside', 'active', pdfFile('/Names << /EmbeddedFiles 4 0 R >>')],
  ['zip entries with a password', 'encrypted', officeFile('docx', [{ name: 'a.xml', data: 'x', flags: 1 }])],
  ['OpenDocument with a password', 'encrypted', openDocumentFile('text', '<manifest:encryption-data/>')],
  ['macros by name', 'macros', officeFile('docx', [{ name: 'word/vbaProject.bin', data: 'x' }])],
  ['macros by folder', 'macros', officeFile('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', data: '<x/>' }])],
  ['a document inside', 'nested', officeFile('docx', [{ name: 'word/embeddings/a.docx', data: officeFile('docx') }])],
  [
    'an old object inside',
    'nested',
    officeFile('pptx', [{ name: 'ppt/a.bin', data: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]),
  ],
  ['a program inside', 'program', officeFile('docx', [{ name: 'word/media/image1.png', data: 'MZ...' }])],
  [
    'a template from elsewhere',
    'active',
    officeFile('docx', [
      {
        name: 'word/_rels/settings.xml.rels',
        data: '<Relationship TargetMode="External" Type="x/attachedTemplate" Target="http://x"/>',
      },
    ]),
  ],
  ['a bomb by ratio', 'bomb', officeFile('docx', [{ name: 'a.xml', data: zeros }])],
  ['a bomb by what its list says', 'bomb', officeFile('docx', [{ name: 'a.xml', data: 'x', says: 4_000_000_000 }])],
  ['a bomb that its list belittles', 'broken', officeFile('docx', [{ name: 'a.xml', data: zeros, says: 100 }])],
  [
    'a bomb of many entries',
    'bomb',
    officeFile(
      'docx',
      Array.from({ length: 5_001 }, (_, i) => ({ name: `a${i}`, data: '' })),
    ),
  ],
  [
    'a bomb of big parts',
    'bomb',
    officeFile(
      'docx',
      Array.from({ length: 30 }, (_, i) => ({ name: `a${i}`, data: halfRandom() })),
    ),
  ],
  ['a name that climbs', 'broken', officeFile('docx', [{ name: '../../etc/passwd', data: 'x' }])],
  ['a name that is a path', 'broken', officeFile('docx', [{ name: '/etc/passwd', data: 'x' }])],
  ['one name twice', 'broken', officeFile('docx', [{ name: 'word/document.xml', data: 'x' }])],
  ['bytes after the list', 'broken', Buffer.concat([officeFile('docx'), Buffer.from('<html>')])],
  ['a comment behind the list', 'broken', officeFile('docx', [], { comment: '%PDF-1.7' })],
  ['a zip that lost its list', 'broken', officeFile('docx').subarray(0, 200)],
  ['a picture cut short', 'broken', (await picture(300, 300).jpeg().toBuffer()).subarray(0, 700)],
  ['a picture that is only its head', 'broken', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a moving picture', 'moving', await movingPicture()],
  ['a pixel bomb', 'too-many-pixels', pixelBomb(60_000, 60_000)],
]

/** Eight megabytes that shrink to about a twelfth: no ratio stands out, the sum does. */
function halfRandom(): Buffer {
  const bytes = Buffer.alloc(8 * 1024 * 1024)
  for (let at = 0; at < bytes.length; at += 1024) createHash('sha512').update(String(at)).digest().copy(bytes, at)
  return bytes
}

for (const [what, fault, bytes, name] of refusedFiles) {
  test(`refused: ${what}`, async () => assert.equal(await outcomeOf(bytes, name), fault))
}

test('macros by what the document says it is', async () => {
  const types = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
  const docm = zipFile([
    { name: '[Content_Types].xml', data: types },
    { name: 'word/document.xml', data: '<w/>' },
  ])
  assert.equal(await outcomeOf(docm, 'surat.docx'), 'macros')
})

test('a photo loses place, device and author, and stays a photo', async () => {
  const sent = await photoWithPlace()
  assert.ok(sent.includes('Made Putra'))
  const kept = await keep(sent, 'foto.jpg')
  const stored = await buffer((await files.get(kept.key))!)
  const { exif, xmp, width } = await sharp(stored).metadata()
  assert.deepEqual({ exif, xmp, width }, { exif: undefined, xmp: undefined, width: 40 })
  assert.ok(!stored.includes('Made Putra'))
  assert.notEqual(kept.sha256, kept.receivedSha256)
  assert.equal(kept.sha256, createHash('sha256').update(stored).digest('hex'))
  assert.equal(kept.receivedSha256, createHash('sha256').update(sent).digest('hex'))
})

test('what was hidden behind a picture is not kept', async () => {
  const polyglot = Buffer.concat([await picture().png().toBuffer(), Buffer.from('<script>alert(1)</script>')])
  const kept = await keep(polyglot, 'gambar.png')
  assert.ok(!(await buffer((await files.get(kept.key))!)).includes('<script>'))
})

test('a file over the limit is cut while it comes, and nothing of it stays', async () => {
  let asked = 0
  async function* endless() {
    for (; asked < 1_000; asked += 1) yield Buffer.alloc(1024 * 1024)
  }
  await assert.rejects(receiveFile(files, 'a', endless()), new FileFault('too-large'))
  assert.equal(asked, fileLimit / 1024 / 1024)
})

test('nothing waits after all of this', async () => assert.deepEqual(readdirSync(await files.waitingRoom()), []))
