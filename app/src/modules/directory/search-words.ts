import { fold } from '#kernel/tabular/plain-text.ts'

/** The words of a search as PostgreSQL's text search wants them, each by its beginning; undefined when there are none. */
export function searchQuery(asked: string): string | undefined {
  const words = plainWords(asked)
  return words.length === 0 ? undefined : words.map((word) => `${word}:*`).join(' & ')
}

/** The same words as `mufakat.plain_words` keeps: no case, accents, dots or signs; at most 12. */
export function plainWords(text: string): string[] {
  return fold(text.slice(0, 300))
    .replace(/['.‘’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 12)
}

/** `%text%` for ILIKE, its own signs taken literally. */
export function within(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}
