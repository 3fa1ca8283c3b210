import type { FileStore } from '#kernel/files.ts'
import { drawWithBars } from './checks/picture.ts'
import type { FileKind } from './file-kind.ts'
import { TextFault } from './text-layer/text-fault.ts'

/** A part of a picture, in percent of its width and height from the upper left corner. */
export type Bar = { left: number; top: number; width: number; height: number }

/** The stored picture upright, with bars drawn over its pixels and nothing but those kept. */
export async function blackenedPicture(
  files: FileStore,
  { kind, key }: { kind: FileKind; key: string },
  bars: Bar[],
  show: 'whole' | 'preview' = 'whole',
): Promise<Buffer> {
  const content = await files.get(key)
  if (!content) throw new TextFault('lost')
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk as Uint8Array)
  return drawWithBars(Buffer.concat(chunks), kind as 'png' | 'jpeg' | 'webp', bars, show)
}
