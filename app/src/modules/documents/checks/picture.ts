import { rename } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
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
  const mine = turn.then(() => draw(path, kind))
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

function unreadable(error: Error): never {
  throw new FileFault(/pixel limit/i.test(error.message) ? 'too-many-pixels' : 'broken')
}
