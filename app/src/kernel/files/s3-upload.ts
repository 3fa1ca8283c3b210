import { FilesUnavailable } from '../files.ts'
import { errorIn, uploadIdIn } from './s3-answers.ts'
import { S3Refusal, type S3Requests } from './s3-requests.ts'

/** What one request carries and memory holds; a store takes 10,000 of them, so a file of 80 GB. */
const partBytes = 8 * 1024 * 1024

type Part = { pieces: Uint8Array[]; length: number; last: boolean }

/** Small files in one request, larger ones in parts, each of which can be sent again. What fails is taken back. */
export async function putWhole(requests: S3Requests, key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const begun: { uploadId?: string } = {}
  try {
    await mustHave(requests, key, await send(requests, key, content, begun))
  } catch (error) {
    await takeBack(requests, key, begun)
    throw error
  }
}

async function send(
  requests: S3Requests,
  key: string,
  content: AsyncIterable<Uint8Array>,
  begun: { uploadId?: string },
): Promise<number> {
  const tags: string[] = []
  let size = 0
  for await (const { pieces, length, last } of partsOf(content)) {
    size += length
    if (last && tags.length === 0) {
      ;(await requests.ask({ method: 'PUT', key, body: pieces })).resume()
      return size
    }
    begun.uploadId ??= await begin(requests, key)
    const query = { partNumber: String(tags.length + 1), uploadId: begun.uploadId }
    const answer = await requests.ask({ method: 'PUT', key, query, body: pieces })
    answer.resume()
    tags.push(answer.headers.etag ?? '')
  }
  await complete(requests, key, begun.uploadId!, tags)
  return size
}

/** A piece more is needed to know that a part is not the last. */
async function* partsOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  let part: Part = { pieces: [], length: 0, last: false }
  for await (const piece of content) {
    if (part.length >= partBytes) {
      yield part
      part = { pieces: [], length: 0, last: false }
    }
    part.pieces.push(piece)
    part.length += piece.length
  }
  yield { ...part, last: true }
}

async function begin({ text }: S3Requests, key: string): Promise<string> {
  const uploadId = uploadIdIn(await text({ method: 'POST', key, query: { uploads: '' } }))
  if (!uploadId) throw new FilesUnavailable('the file storage begins no upload in parts')
  return uploadId
}

/** When the answer to a first try was lost, a second finds no such upload; whether the file is there is looked at after. */
async function complete({ text }: S3Requests, key: string, uploadId: string, tags: string[]): Promise<void> {
  const parts = tags.map((tag, at) => `<Part><PartNumber>${at + 1}</PartNumber><ETag>${escaped(tag)}</ETag></Part>`)
  const xml = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`
  try {
    const headers = { 'content-type': 'application/xml' }
    const code = errorIn(await text({ method: 'POST', key, query: { uploadId }, headers, body: [Buffer.from(xml)] }))
    if (code) throw new S3Refusal(200, code)
  } catch (error) {
    if (!(error instanceof S3Refusal && error.code === 'NoSuchUpload')) throw error
  }
}

function escaped(tag: string): string {
  return tag.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

async function mustHave({ ask }: S3Requests, key: string, size: number): Promise<void> {
  const answer = await ask({ method: 'HEAD', key })
  answer.resume()
  if (Number(answer.headers['content-length']) !== size)
    throw new FilesUnavailable('the file storage kept another length than it was sent')
}

/** What cannot be taken back now, since the store is away, is swept a day later. */
async function takeBack({ ask }: S3Requests, key: string, { uploadId }: { uploadId?: string }): Promise<void> {
  const left = [
    ...(uploadId ? [{ method: 'DELETE', key, query: { uploadId } } as const] : []),
    { method: 'DELETE', key } as const,
  ]
  for (const request of left)
    try {
      ;(await ask(request, 1)).resume()
    } catch {
      // said by the error that led here
    }
}
