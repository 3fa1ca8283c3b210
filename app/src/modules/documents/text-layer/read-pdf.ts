import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { TextFault, type TextFaultCode } from './text-fault.ts'

const limits = { pages: 200, characters: 100_000, megabytes: 700 }
const secondsLimit = 15
/** JSON writes some letters in six; the page on which it is cut is told whole. */
const answerLimit = limits.characters * 12 + 100_000

let turn: Promise<unknown> = Promise.resolve()

/**
 * The text of each page. Read in a process of its own that may open nothing but the reader, is bounded in time, memory and
 * pages, and is ended with whatever a crafted file has made of it; one at a time. `cut`: of what is too long the beginning.
 */
export function pagesOfPdf(pdf: Readable, cut = false): Promise<string[]> {
  const mine = turn.then(() => read(pdf, cut))
  turn = mine.catch(() => undefined)
  return mine
}

async function read(pdf: Readable, cut: boolean): Promise<string[]> {
  const child = spawn(process.execPath, [...permissions(), reader, JSON.stringify({ ...limits, cut })], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {},
  })
  const late = setTimeout(() => child.kill('SIGKILL'), secondsLimit * 1000)
  // a reader that has ended takes no more
  child.stdin.on('error', () => {})
  pdf.on('error', () => child.kill('SIGKILL'))
  pdf.pipe(child.stdin)
  try {
    const told = JSON.parse(await answerOf(child.stdout)) as { pages: string[] } | { fault: string }
    if ('pages' in told) return told.pages
    throw new TextFault(told.fault === 'memory' ? 'too-heavy' : (told.fault as TextFaultCode))
  } catch (error) {
    throw error instanceof TextFault ? error : new TextFault('too-heavy')
  } finally {
    clearTimeout(late)
    pdf.destroy()
    child.kill('SIGKILL')
  }
}

async function answerOf(stdout: Readable): Promise<string> {
  let answer = ''
  for await (const chunk of stdout.setEncoding('utf8')) {
    answer += chunk
    if (answer.length > answerLimit) throw new TextFault('too-long')
  }
  return answer
}

/** From the sources, also when the server runs as a bundle. */
const root = rootAbove(import.meta.dirname)
const reader = join(root, 'app/src/modules/documents/text-layer/reader.ts')

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package-lock.json')) ? folder : rootAbove(dirname(folder))
}

function permissions(): string[] {
  const library = dirname(dirname(fileURLToPath(import.meta.resolve('unpdf/pdfjs'))))
  const readable = [join(root, 'package.json'), dirname(reader), library]
  return [
    '--permission',
    '--allow-worker',
    '--max-old-space-size=512',
    ...readable.map((path) => `--allow-fs-read=${path}`),
  ]
}
