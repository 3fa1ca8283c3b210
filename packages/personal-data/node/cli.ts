import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { findPersonalData } from '../src/index.ts'

const usage = `personal-data: finds Indonesian personal data in a text

  personal-data FILE          one line a hit: kind, confidence, line, text
  personal-data FILE --json   [{kind, start, end, confidence}]
  FILE may be - for what is piped in`

/** 0 = nothing found or printed as data, 1 = something was found or the file cannot be read, 2 = usage. */
export function main(args: string[], print: (line: string) => void, complain: (line: string) => void): number {
  const json = args.includes('--json')
  const files = args.filter((one) => one !== '--json')
  if (args.includes('--help')) {
    print(usage)
    return 0
  }
  if (files.length !== 1 || (files[0]!.startsWith('-') && files[0] !== '-')) {
    complain(usage)
    return 2
  }
  let text: string
  try {
    text = readFileSync(files[0] === '-' ? 0 : files[0]!, 'utf8')
  } catch {
    complain(`${files[0]}: cannot be read; expected a text file in UTF-8`)
    return 1
  }
  const hits = findPersonalData(text)
  if (json) {
    print(JSON.stringify(hits))
    return 0
  }
  for (const hit of hits) {
    const line = text.slice(0, hit.start).split('\n').length
    print(`${hit.kind}\t${hit.confidence.toFixed(2)}\tline ${line}\t${text.slice(hit.start, hit.end)}`)
  }
  return hits.length > 0 ? 1 : 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  process.exitCode = main(process.argv.slice(2), console.log, console.error)
