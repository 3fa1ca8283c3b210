import type { ExchangeWords } from '#modules/programmes/exchange-format.ts'

/** Words of a file as a record keeps them: Indonesian where there is any, English beside it. */
export function split(words: ExchangeWords): { own: string; en: string | null; lang: 'id' | 'en' } {
  if (words.id === undefined) return { own: words.en!, en: null, lang: 'en' }
  return { own: words.id, en: words.en ?? null, lang: 'id' }
}

/** Optional words: null where the file has none. */
export function splitOptional(words: ExchangeWords | undefined) {
  return words ? split(words) : { own: null, en: null, lang: 'id' as const }
}

export function join(own: string | null, en: string | null, lang: string): ExchangeWords | undefined {
  if (own === null) return en === null ? undefined : { en }
  if (lang === 'en') return { en: own }
  return en === null ? { id: own } : { id: own, en }
}

/** The same JSON for the same content, whatever the order of keys (jsonb keeps its own). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null)
  return `{${entries
    .map(([key, inner]) => `${key}:${canonical(inner)}`)
    .sort()
    .join(',')}}`
}
