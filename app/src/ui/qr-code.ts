/** Squares of a QR code (ISO/IEC 18004), true = dark: bytes, correction level L, versions 1 to 20 (858 bytes). */
export type Squares = boolean[][]

const correctionPerBlock = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const blocksOf = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

export function qrCode(text: string): Squares {
  const bytes = new TextEncoder().encode(text)
  const version =
    correctionPerBlock.findIndex((_, index) => bytes.length + headBytes(index + 1) <= capacity(index + 1)) + 1
  if (version === 0) throw new RangeError(`${bytes.length} bytes do not fit`)
  const bits = [...withCorrection(version, dataWords(version, bytes))].flatMap((word) => bitsOf(word, 8))
  const drawn = masks.map((mask, number) => draw(version, bits, mask, number))
  return drawn.reduce((best, next) => (unevenness(next) < unevenness(best) ? next : best))
}

function headBytes(version: number): number {
  return version < 10 ? 2 : 3
}

function rawWords(version: number): number {
  const aligned = version < 2 ? 0 : Math.floor(version / 7) + 2
  const alignment = aligned ? (25 * aligned - 10) * aligned - 55 : 0
  return Math.floor(((16 * version + 128) * version + 64 - alignment - (version < 7 ? 0 : 36)) / 8)
}

function capacity(version: number): number {
  return rawWords(version) - correctionPerBlock[version - 1]! * blocksOf[version - 1]!
}

function bitsOf(value: number, length: number): number[] {
  return Array.from({ length }, (_, index) => (value >>> (length - 1 - index)) & 1)
}

/** Mode and length, the bytes, an end, then the two padding words in turn. */
function dataWords(version: number, bytes: Uint8Array): Uint8Array {
  const most = capacity(version) * 8
  const bits = [
    ...bitsOf(4, 4),
    ...bitsOf(bytes.length, version < 10 ? 8 : 16),
    ...[...bytes].flatMap((b) => bitsOf(b, 8)),
  ]
  bits.push(...new Array(Math.min(4, most - bits.length)).fill(0))
  bits.push(...new Array((8 - (bits.length % 8)) % 8).fill(0))
  for (let pad = 0xec; bits.length < most; pad ^= 0xec ^ 0x11) bits.push(...bitsOf(pad, 8))
  return Uint8Array.from({ length: bits.length / 8 }, (_, word) =>
    bits.slice(word * 8, word * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  )
}

/** Data and correction words of all blocks, interleaved. */
function withCorrection(version: number, data: Uint8Array): number[] {
  const [count, length] = [blocksOf[version - 1]!, correctionPerBlock[version - 1]!]
  const shortBlocks = count - (rawWords(version) % count)
  const shortData = Math.floor(rawWords(version) / count) - length
  let from = 0
  const blocks = Array.from({ length: count }, (_, index) => {
    const words = data.slice(from, from + shortData + (index < shortBlocks ? 0 : 1))
    from += words.length
    return { words, correction: correctionWords(words, length) }
  })
  const across = (lists: Uint8Array[]) =>
    Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, at) =>
      lists.filter((list) => at < list.length).map((list) => list[at]!),
    ).flat()
  return [...across(blocks.map(({ words }) => words)), ...across(blocks.map(({ correction }) => correction))]
}

/** Reed and Solomon over GF(256) with x⁸+x⁴+x³+x²+1: the remainder of the words by the generator. */
export function correctionWords(words: Uint8Array, length: number): Uint8Array {
  const generator = new Uint8Array(length)
  generator[length - 1] = 1
  let root = 1
  for (let degree = 0; degree < length; degree += 1) {
    for (let at = 0; at < length; at += 1) generator[at] = times(generator[at]!, root) ^ (generator[at + 1] ?? 0)
    root = times(root, 2)
  }
  const rest = new Uint8Array(length)
  for (const word of words) {
    const factor = word ^ rest[0]!
    rest.copyWithin(0, 1)
    rest[length - 1] = 0
    for (let at = 0; at < length; at += 1) rest[at] = rest[at]! ^ times(generator[at]!, factor)
  }
  return rest
}

function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a)
  return product
}

type Mask = (x: number, y: number) => boolean
const masks: Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function draw(version: number, bits: number[], mask: Mask, number: number): Squares {
  const size = version * 4 + 17
  const squares: (boolean | undefined)[][] = Array.from({ length: size }, () => new Array(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) squares[y]![x] = dark
  }
  drawMarks(version, size, set)
  drawFormat(size, number, set)
  if (version >= 7) drawVersion(version, size, set)
  let next = 0
  for (const [x, y] of path(size)) {
    if (squares[y]![x] === undefined) set(x, y, (bits[next++] === 1) !== mask(x, y))
  }
  return squares as Squares
}

type Set = (x: number, y: number, dark: boolean) => void

function drawMarks(version: number, size: number, set: Set): void {
  const around = (cx: number, cy: number, radius: number, light: number[]) => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1)
        set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
  }
  for (let at = 0; at < size; at += 1) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  const places = alignmentPlaces(version, size)
  const last = places.length - 1
  for (const [i, x] of places.entries())
    for (const [j, y] of places.entries())
      if (!(i === 0 && j === 0) && !(i === 0 && j === last) && !(i === last && j === 0)) around(x, y, 2, [1])
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    around(x, y, 4, [2, 4])
}

function alignmentPlaces(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((size - 13) / (2 * count - 2)) * 2
  const far = Array.from({ length: count - 1 }, (_, index) => size - 7 - index * step)
  return [6, ...far.reverse()]
}

function remainder(value: number, length: number, polynomial: number): number {
  let rest = value << length
  for (let bit = 31; bit >= length; bit -= 1) if ((rest >>> bit) & 1) rest ^= polynomial << (bit - length)
  return rest
}

/** Correction level and mask, twice, beside the corner marks. */
function drawFormat(size: number, mask: number, set: Set): void {
  const data = (1 << 3) | mask
  const code = ((data << 10) | remainder(data, 10, 0x537)) ^ 0x5412
  const bit = (index: number) => ((code >>> index) & 1) === 1
  for (let index = 0; index < 15; index += 1) {
    set(8, index < 6 ? index : index < 8 ? index + 1 : size - 15 + index, bit(index))
    set(index < 8 ? size - 1 - index : index < 9 ? 7 : 14 - index, 8, bit(index))
  }
  set(8, size - 8, true)
}

function drawVersion(version: number, size: number, set: Set): void {
  const code = (version << 12) | remainder(version, 12, 0x1f25)
  for (let index = 0; index < 18; index += 1) {
    const [long, short] = [Math.floor(index / 3), size - 11 + (index % 3)]
    set(short, long, ((code >>> index) & 1) === 1)
    set(long, short, ((code >>> index) & 1) === 1)
  }
}

/** Two columns at a time from the right, up and down in turn, past the upright dotted line. */
function* path(size: number): Generator<[number, number]> {
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) yield [x, up ? size - 1 - step : step]
  }
}

/** Runs of five and more, and blocks of two by two, of one colour: what readers find hard. */
function unevenness(squares: Squares): number {
  const at = (x: number, y: number) => squares[y]?.[x]
  let sum = 0
  for (let y = 0; y < squares.length; y += 1)
    for (let x = 0; x < squares.length; x += 1) {
      const colour = at(x, y)
      if ([1, 2, 3, 4].every((step) => at(x + step, y) === colour)) sum += 1
      if ([1, 2, 3, 4].every((step) => at(x, y + step) === colour)) sum += 1
      if (at(x + 1, y) === colour && at(x, y + 1) === colour && at(x + 1, y + 1) === colour) sum += 3
    }
  return sum
}
