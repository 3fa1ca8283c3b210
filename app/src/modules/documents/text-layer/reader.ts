import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/**
 * A process of its own (read-text.ts starts it): PDF on standard input, its pages as JSON on standard output. One thread
 * reads, the other watches the memory of both, for what a crafted file unpacks to is no part of JavaScript's own heap.
 */
type Limits = { pages: number; characters: number; megabytes: number; cut: boolean }
type Told = { pages: string[] } | { fault: 'broken' | 'encrypted' | 'too-long' | 'memory' }

const limits = JSON.parse(process.argv[2]!) as Limits
await (isMainThread ? watch() : read(workerData as Uint8Array))

async function watch(): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const reader = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: new Uint8Array(Buffer.concat(chunks)),
    stdout: true,
    stderr: true,
  })
  const watching = setInterval(() => {
    if (process.memoryUsage.rss() > limits.megabytes * 1024 * 1024) tell({ fault: 'memory' })
  }, 20)
  reader.on('message', tell)
  reader.on('error', () => tell({ fault: 'broken' }))
  reader.on('exit', () => clearInterval(watching))
}

function tell(told: Told): void {
  process.stdout.write(JSON.stringify(told), () => process.exit(0))
}

async function read(data: Uint8Array): Promise<void> {
  const told = await pagesOf(data).catch((error: Error): Told => ({ fault: faultOf(error) }))
  parentPort!.postMessage(told)
}

/** Every page's text, what cannot be seen on it included: white letters, hidden layers, text under a picture. */
async function pagesOf(data: Uint8Array): Promise<Told> {
  const { getDocument, VerbosityLevel } = await import('unpdf/pdfjs')
  const document = await getDocument({
    data,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise
  const { cut } = limits
  if (document.numPages > limits.pages && !cut) return { fault: 'too-long' }
  const pages: string[] = []
  let characters = 0
  for (let number = 1; number <= Math.min(document.numPages, limits.pages); number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: false })
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    characters += text.length
    if (characters > limits.characters && !cut) return { fault: 'too-long' }
    pages.push(text)
    if (characters > limits.characters) break
    page.cleanup()
  }
  return { pages }
}

function faultOf(error: Error): 'encrypted' | 'broken' {
  return error.name === 'PasswordException' ? 'encrypted' : 'broken'
}
