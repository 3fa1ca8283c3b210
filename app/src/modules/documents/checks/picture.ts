import { rename } from 'node:fs/promises'
import sharp, { type OutputInfo, type Sharp } from 'sharp'
import type { Bar } from '../blackened-picture.ts'
import { FileFault, type FileKind } from '../file-kind.ts'

/** A page scanned at 600 dpi has 35 megapixels; unpacked this is a quarter of a gigabyte at most. */
const pixelLimit = 64_000_000
const secondsLimit = 20

// Pictures of strangers are unpacked one at a time, and nothing of them is kept.
sharp.cache(false)
sharp.concurrency(1)

type Picture = Extract<FileKind, 'png' | 'jpeg' | 'webp'>

let turn: Promise<unknown> = Promise.resolve()

/** Draws the picture again, upright and without anything but its pixels, in the place of the one that was sent. */
export function drawAgain(path: string, kind: Picture): Promise<FileKind> {
  return inTurn(() => draw(path, kind))
}

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => undefined)
  return mine
}

async function draw(path: string, kind: Picture): Promise<FileKind> {
  const options = { limitInputPixels: pixelLimit, failOn: 'warning', sequentialRead: true } as const
  const found = await sharp(path, options).metadata().catch(unreadable)
  if (found.format !== kind) throw new FileFault('broken')
  if ((found.pages ?? 1) > 1) throw new FileFault('moving')
  if (found.width * found.height > pixelLimit) throw new FileFault('too-many-pixels')
  const drawn = `${path}.drawn`
  const picture = sharp(path, options).rotate().timeout({ seconds: secondsLimit })
  await encode(picture, kind).toFile(drawn).catch(unreadable)
  await rename(drawn, path)
  return kind
}

function encode(picture: Sharp, kind: Picture): Sharp {
  if (kind === 'png') return picture.png({ compressionLevel: 9 })
  return kind === 'jpeg' ? picture.jpeg({ quality: 90 }) : picture.webp({ quality: 90 })
}

const previewWidth = 1000
const gridStep = 10

/** The pixels under a bar are replaced before anything is written; `preview` is small and has lines at every tenth. */
export function drawWithBars(picture: Buffer, kind: Picture, bars: Bar[], show: 'whole' | 'preview'): Promise<Buffer> {
  return inTurn(async () => {
    const options = { limitInputPixels: pixelLimit, failOn: 'warning' } as const
    const upright = sharp(picture, options).rotate().toColourspace('srgb').timeout({ seconds: secondsLimit })
    const sized = show === 'preview' ? upright.resize({ width: previewWidth, withoutEnlargement: true }) : upright
    const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true }).catch(unreadable)
    for (const bar of bars) cover(data, info, bar)
    const { width, height, channels } = info
    const covered = sharp(data, { raw: { width, height, channels } })
    const lines = [{ input: Buffer.from(grid(width, height)) }]
    return encode(show === 'preview' ? covered.composite(lines) : covered, kind).toBuffer()
  })
}

/** Rounded outwards: no half pixel shows what stood there. */
function cover(pixels: Buffer, { width, height, channels }: OutputInfo, bar: Bar): void {
  const share = (percent: number, whole: number) => (percent * whole) / 100
  const [left, top] = [Math.floor(share(bar.left, width)), Math.floor(share(bar.top, height))]
  const right = Math.min(width, Math.ceil(share(bar.left + bar.width, width)))
  const bottom = Math.min(height, Math.ceil(share(bar.top + bar.height, height)))
  const hasAlpha = channels === 2 || channels === 4
  for (let y = top; y < bottom; y += 1) {
    const from = (y * width + left) * channels
    const to = (y * width + right) * channels
    pixels.fill(0, from, to)
    if (hasAlpha) for (let at = from + channels - 1; at < to; at += channels) pixels[at] = 255
  }
}

function grid(width: number, height: number): string {
  const lines = Array.from({ length: 100 / gridStep - 1 }, (_, index) => {
    const at = (index + 1) * gridStep
    const [x, y] = [(at * width) / 100, (at * height) / 100]
    const stroke = `stroke="#b3261e" stroke-opacity=".6" stroke-width="${at === 50 ? 3 : 1}"`
    return `<path d="M${x} 0V${height}M0 ${y}H${width}" fill="none" ${stroke}/>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${lines.join('')}</svg>`
}

function unreadable(error: Error): never {
  throw new FileFault(/pixel limit/i.test(error.message) ? 'too-many-pixels' : 'broken')
}
