import type { FileStore } from '#kernel/files.ts'
import { drawWithBars } from './checks/picture.ts'
import { TextFault } from './text-layer/text-fault.ts'
import type { StoredSource } from './text-layer/text-of.ts'

/** A part of a picture, in percent of its width and height from the upper left corner. */
export type Bar = { left: number; top: number; width: number; height: number }

/** The stored picture upright, with bars drawn over its pixels and nothing but those kept. */
export async function blackenedPicture(
  files: FileStore,
  { kind, key, ...expected }: StoredSource,
  bars: Bar[],
  show: 'whole' | 'preview' = 'whole',
): Promise<Buffer> {
  const content = await files.get(key, expected)
  if (!content) throw new TextFault('lost')
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk as Uint8Array)
  return drawWithBars(Buffer.concat(chunks), kind as 'png' | 'jpeg' | 'webp', bars, show)
}
