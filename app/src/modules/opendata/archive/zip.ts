import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of the archive, made while it is written. */
export type ZipEntry = { name: string; pieces: AsyncIterable<string> }

const version = 45
/** Sizes follow the content (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808
const deflated = 8
const unknown = 0xffffffff

/**
 * A ZIP archive piece by piece (APPNOTE 6.3, with 64-bit sizes throughout), so that what is held is one piece, whatever
 * the size. `at`: the time that all files carry.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Buffer> {
  const central: Buffer[] = []
  let offset = 0
  for await (const { name, pieces } of entries) {
    const start = offset
    const head = localHeader(name, at)
    yield head
    offset += head.length
    const sum = { crc: 0, size: 0, packed: 0 }
    for await (const piece of deflate(pieces, sum)) {
      yield piece
      offset += piece.length
    }
    const tail = descriptor(sum)
    yield tail
    offset += tail.length
    central.push(centralHeader(name, at, sum, start))
  }
  const directory = Buffer.concat(central)
  yield directory
  yield ending(central.length, directory.length, offset)
}

type Sum = { crc: number; size: number; packed: number }

async function* deflate(pieces: AsyncIterable<string>, sum: Sum): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw({ level: 6 })
  const fed = feed(packer, pieces, sum)
  // Its error is thrown where the pieces are read.
  fed.catch((error: Error) => packer.destroy(error))
  for await (const piece of packer) {
    sum.packed += (piece as Buffer).length
    yield piece as Buffer
  }
  await fed
}

async function feed(
  packer: ReturnType<typeof createDeflateRaw>,
  pieces: AsyncIterable<string>,
  sum: Sum,
): Promise<void> {
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    sum.crc = crc32(bytes, sum.crc)
    sum.size += bytes.length
    if (!packer.write(bytes)) await new Promise<void>((resolve) => packer.once('drain', resolve))
  }
  packer.end()
}

function localHeader(name: string, at: Date): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  writeCommon(head, 4, at)
  head.writeUInt32LE(unknown, 18)
  head.writeUInt32LE(unknown, 22)
  head.writeUInt16LE(bytes.length, 26)
  head.writeUInt16LE(20, 28)
  return Buffer.concat([head, bytes, sizes64(0, 0)])
}

/** Version, flags, method and time stand in this order in both headers. */
function writeCommon(head: Buffer, from: number, at: Date): void {
  head.writeUInt16LE(version, from)
  head.writeUInt16LE(flags, from + 2)
  head.writeUInt16LE(deflated, from + 4)
  head.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), from + 6)
  head.writeUInt16LE(((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), from + 8)
}

function sizes64(size: number, packed: number, start?: number): Buffer {
  const values = start === undefined ? [size, packed] : [size, packed, start]
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * values.length, 2)
  for (const [index, value] of values.entries()) field.writeBigUInt64LE(BigInt(value), 4 + 8 * index)
  return field
}

function descriptor({ crc, size, packed }: Sum): Buffer {
  const tail = Buffer.alloc(24)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeBigUInt64LE(BigInt(packed), 8)
  tail.writeBigUInt64LE(BigInt(size), 16)
  return tail
}

function centralHeader(name: string, at: Date, { crc, size, packed }: Sum, start: number): Buffer {
  const bytes = Buffer.from(name)
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(version, 4)
  writeCommon(head, 6, at)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(unknown, 20)
  head.writeUInt32LE(unknown, 24)
  head.writeUInt16LE(bytes.length, 28)
  head.writeUInt16LE(28, 30)
  head.writeUInt32LE(unknown, 42)
  return Buffer.concat([head, bytes, sizes64(size, packed, start)])
}

/** The 64-bit end of the directory, where it stands, and the old end that points to them. */
function ending(count: number, length: number, offset: number): Buffer {
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeUInt16LE(version, 12)
  end64.writeUInt16LE(version, 14)
  for (const [place, value] of [
    [24, count],
    [32, count],
    [40, length],
    [48, offset],
  ] as const)
    end64.writeBigUInt64LE(BigInt(value), place)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Math.min(count, 0xffff), 8)
  end.writeUInt16LE(Math.min(count, 0xffff), 10)
  end.writeUInt32LE(unknown, 12)
  end.writeUInt32LE(unknown, 16)
  return Buffer.concat([end64, locator, end])
}
