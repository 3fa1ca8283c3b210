/** The body is no multipart form, ends too early, or has parts that no form of ours sends. */
export class BrokenMultipart extends Error {}

/** One field of a form; `data` must be read to its end before the next part is asked for. */
export type Part = { name: string; fileName: string | undefined; data: AsyncIterable<Buffer> }

const headLimit = 4_096
const partLimit = 50
const lineEnd = Buffer.from('\r\n')
const headEnd = Buffer.from('\r\n\r\n')

/** The boundary that the content type names (RFC 2046: up to 70 characters); undefined = no multipart form. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const found = contentType?.match(/^multipart\/form-data\s*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))\s*$/i)
  return found?.[1] ?? found?.[2]
}

/** Reads a form part by part and holds no more than one chunk of it, however long a file is. */
export async function* readMultipart(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const source = new Source(body)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  // As if a line had ended before, so that the first delimiter looks like every other.
  source.prepend(lineEnd)
  if ((await source.until(delimiter, 0)) === undefined) throw new BrokenMultipart('does not begin with its boundary')
  for (let count = 0; ; count += 1) {
    const after = await source.take(2)
    if (after.toString('latin1') === '--') return
    if (!after.equals(lineEnd)) throw new BrokenMultipart('boundary is not followed by a line')
    if (count === partLimit) throw new BrokenMultipart('too many parts')
    const head = await source.until(headEnd, headLimit)
    if (head === undefined) throw new BrokenMultipart('head of a part is too long')
    const part = { read: false }
    yield { ...named(head.toString('utf8')), data: source.through(delimiter, part) }
    if (!part.read) throw new BrokenMultipart('a part was left unread')
  }
}

function named(head: string): { name: string; fileName: string | undefined } {
  const line = head.split('\r\n').find((one) => /^content-disposition:\s*form-data\s*;/i.test(one))
  const name = line?.match(/;\s*name="([^"]*)"/i)?.[1]
  if (name === undefined) throw new BrokenMultipart('a part has no name')
  const fileName = line?.match(/;\s*filename="([^"]*)"/i)?.[1]
  return { name: unescaped(name), fileName: fileName === undefined ? undefined : unescaped(fileName) }
}

/** Browsers write quotes and line breaks of names as percent codes, and nothing else. */
function unescaped(text: string): string {
  return text.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%22/g, '"')
}

/** A stream that is looked at by delimiters. */
class Source {
  private readonly chunks: AsyncIterator<Uint8Array>
  private held: Buffer = Buffer.alloc(0)

  constructor(body: AsyncIterable<Uint8Array>) {
    this.chunks = body[Symbol.asyncIterator]()
  }

  prepend(bytes: Buffer): void {
    this.held = Buffer.concat([bytes, this.held])
  }

  async take(length: number): Promise<Buffer> {
    while (this.held.length < length) await this.more()
    return this.cut(length, 0)
  }

  /** What stands before the mark, which is swallowed; undefined when that would be longer than `limit`. */
  async until(mark: Buffer, limit: number): Promise<Buffer | undefined> {
    for (;;) {
      const at = this.held.indexOf(mark)
      if (at > limit) return undefined
      if (at >= 0) return this.cut(at, mark.length)
      if (this.held.length > limit + mark.length) return undefined
      await this.more()
    }
  }

  async *through(mark: Buffer, part: { read: boolean }): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(mark)
      if (at >= 0) {
        const last = this.cut(at, mark.length)
        part.read = true
        if (last.length > 0) yield last
        return
      }
      // The mark may have begun at the end of what is held.
      const sure = this.held.length - mark.length + 1
      if (sure > 0) yield this.cut(sure, 0)
      await this.more()
    }
  }

  private cut(length: number, swallowed: number): Buffer {
    const before = this.held.subarray(0, length)
    this.held = this.held.subarray(length + swallowed)
    return before
  }

  private async more(): Promise<void> {
    const next = await this.chunks.next().catch(brokenOff)
    if (next.done) throw new BrokenMultipart('ends before its last boundary')
    this.held = Buffer.concat([this.held, next.value])
  }
}

/** A sender who goes away in the middle is no failure of ours. */
function brokenOff(): never {
  throw new BrokenMultipart('the sender broke off')
}
