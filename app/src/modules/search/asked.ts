import { stopWords } from './stop-words.ts'

/** What is looked for: all of it but the last word, and that word, of which the beginning is enough. */
export type Asked = { said: string; beginning: string }

const shortestBeginning = 3

/** As websearch_to_tsquery reads it: "quoted words" together, `or`, and `-` before what must not be there. */
export function askedFor(q: string): Asked {
  const parts = q.normalize('NFC').match(/-?"[^"]*"?|[^\s"]+/g) ?? []
  const telling = parts.filter((part) => !stopWords.has(part.toLowerCase()))
  const kept = telling.length > 0 ? telling : parts
  const last = kept.at(-1) ?? ''
  const free = new RegExp(`^[\\p{L}\\p{N}]{${shortestBeginning},}$`, 'u').test(last)
  if (!free || kept.some((part) => part.toLowerCase() === 'or')) return { said: kept.join(' '), beginning: '' }
  return { said: kept.slice(0, -1).join(' '), beginning: last }
}
