import type { Lang } from '#kernel/reason.ts'
import type { ExchangeWords } from '../exchange-format.ts'

/** Words of a file as columns: in Indonesian with its translation, or in English alone. */
export type ColumnWords = { own: string; en: string | null; lang: Lang }

export function columnsOf(words: ExchangeWords): ColumnWords {
  if (words.id !== undefined) return { own: words.id, en: words.en ?? null, lang: 'id' }
  return { own: words.en!, en: null, lang: 'en' }
}

/** The words of one column of a row whose language another column decides. */
export function inRowLanguage(words: ExchangeWords | undefined, lang: Lang): { own: string | null; en: string | null } {
  if (!words) return { own: null, en: null }
  if (lang === 'en') return { own: words.en ?? words.id ?? null, en: null }
  return { own: words.id ?? null, en: words.en ?? null }
}

/** Columns as words of a file; undefined where nothing is written. */
export function wordsOf(own: string | null, en: string | null | undefined, lang: Lang): ExchangeWords | undefined {
  if (!own && !en) return undefined
  if (lang === 'en') return { en: (own ?? en)! }
  return { ...(own ? { id: own } : {}), ...(en ? { en } : {}) }
}

export function wordsOrThrow(own: string | null, en: string | null | undefined, lang: Lang): ExchangeWords {
  const words = wordsOf(own, en, lang)
  if (!words) throw new Error('a row without words')
  return words
}

/** The same facts in the same text, whatever the order of their fields. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

/** Without the fields that say nothing: absent, null, or an empty list. */
export function said<T extends object>(row: T): T {
  const kept = Object.entries(row).filter(
    ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(kept) as T
}
