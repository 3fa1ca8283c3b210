import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { template } from './minutes-template.ts'

/** What the printed minutes say; every text is plain. */
export type MinutesDocument = {
  lang: string
  title: string
  programme: string
  example: string | null
  when: string
  place: string | null
  author: string
  because: string | null
  /** Paragraphs, each in lines. */
  body: string[][]
  agenda: { title: string; from: string; result: string; text: string | null }[]
  tally: string
  attendance: { party: string; manner: string; who: string | null }[]
  words: Record<'minutes' | 'agenda' | 'matter' | 'result' | 'attendance' | 'party' | 'manner', string>
}

let opening: Promise<NodeCompiler> | undefined
/** Rounds of compiling for which the compiler remembers what it has set. */
const remembered = 5
/** The last files for visitors, by what they say: typesetting takes a tenth of a second of everybody's time. */
const printed = new Map<string, Buffer>()
const mostPrinted = 100

/**
 * A tagged PDF in the typeface that the compiler brings, which is given no file and loaded at the first use. It is
 * PDF/UA-1 unless a text has letters that the typeface lacks: those are then boxes, which that standard forbids.
 */
export async function printMinutes(
  document: MinutesDocument,
  reader: 'visitor' | 'person' = 'person',
): Promise<Buffer> {
  const data = JSON.stringify(document)
  const known = printed.get(data)
  if (known && reader === 'visitor') return known
  opening ??= openCompiler()
  const compiler = await opening
  const source = { mainFileContent: template, inputs: { data } }
  const file = accessible(compiler, source) ?? compiler.pdf(source)
  compiler.evictCache(remembered)
  if (reader === 'visitor') printed.set(data, file)
  if (printed.size > mostPrinted) printed.delete(printed.keys().next().value!)
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
