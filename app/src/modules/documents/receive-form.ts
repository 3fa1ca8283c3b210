import type { FileStore } from '#kernel/files.ts'
import type { FormValues } from '#kernel/web/form-body.ts'
import { BrokenMultipart, readMultipart } from '#kernel/web/multipart.ts'
import { discard, receiveFile, type Waiting } from './keep-file.ts'

const textLimit = 16 * 1024

export type ReceivedForm = { values: FormValues; file: Waiting | undefined }

/** A form with at most one file, named `file`. Throws BrokenMultipart or FileFault, and then leaves nothing behind. */
export async function receiveForm(
  files: FileStore,
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): Promise<ReceivedForm> {
  const received: ReceivedForm = { values: {}, file: undefined }
  try {
    for await (const part of readMultipart(body, boundary)) {
      if (part.fileName === undefined) received.values[part.name] = await readText(part.data)
      // A browser sends a part without a name where no file was chosen.
      else if (part.fileName === '') await readText(part.data)
      else if (part.name !== 'file' || received.file) throw new BrokenMultipart('one file only')
      else received.file = await receiveFile(files, part.fileName, part.data)
    }
    return received
  } catch (error) {
    if (received.file) await discard(received.file.path)
    throw error
  }
}

async function readText(data: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of data) {
    size += chunk.length
    if (size > textLimit) throw new BrokenMultipart('a field is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8').replaceAll('\r\n', '\n').replaceAll('\0', '')
}
