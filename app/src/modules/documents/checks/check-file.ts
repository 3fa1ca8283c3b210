import { open } from 'node:fs/promises'
import { FileFault, type FileKind } from '../file-kind.ts'
import { checkOffice } from './office.ts'
import { checkPdf } from './pdf.ts'
import { drawAgain } from './picture.ts'
import { archives, begins, isWebp, jpeg, oldOffice, pdf, png, programs, zip } from './signatures.ts'
import { checkText } from './text.ts'

const headLength = 4_096

/**
 * What the file at this path is; throws FileFault for what is not taken. A picture is drawn again in its place, which
 * drops where and with what it was taken, and whatever else was hidden in it.
 */
export async function checkFile(path: string, sentName: string): Promise<FileKind> {
  const head = await headOf(path)
  if (head.length === 0) throw new FileFault('empty')
  if (begins(head, programs)) throw new FileFault('program')
  if (begins(head, oldOffice)) throw new FileFault('old-office')
  if (begins(head, archives)) throw new FileFault('archive')
  if (begins(head, pdf)) return checkPdf(path)
  if (begins(head, zip)) return checkOffice(path)
  if (begins(head, png)) return drawAgain(path, 'png')
  if (begins(head, jpeg)) return drawAgain(path, 'jpeg')
  if (isWebp(head)) return drawAgain(path, 'webp')
  return checkText(path, head, sentName)
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
