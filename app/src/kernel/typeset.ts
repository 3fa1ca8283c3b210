import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let opening: Promise<NodeCompiler> | undefined
/** Rounds of compiling for which the compiler remembers what it has set. */
const remembered = 5

/**
 * A tagged PDF in the typeface that the compiler brings, which is given no file and loaded at the first use. Texts go in
 * as data, never as markup. It is PDF/UA-1 unless a text has letters that the typeface lacks: those are then boxes, which
 * that standard forbids.
 */
export async function typeset(template: string, document: object): Promise<Buffer> {
  opening ??= openCompiler()
  const compiler = await opening
  const source = { mainFileContent: template, inputs: { data: JSON.stringify(document) } }
  const file = accessible(compiler, source) ?? compiler.pdf(source)
  compiler.evictCache(remembered)
  return file
}

function accessible(compiler: NodeCompiler, source: Parameters<NodeCompiler['pdf']>[0]): Buffer | undefined {
  try {
    return compiler.pdf(source, { pdfStandard: 'ua-1' })
  } catch {
    return undefined
  }
}

async function openCompiler(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return Compiler.create({ workspace: join(tmpdir(), 'mufakat-no-files') })
}
