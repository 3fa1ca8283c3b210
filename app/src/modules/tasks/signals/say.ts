import type { Text } from '#kernel/reason.ts'
import { formatNumber, type Lang } from '#ui/language.ts'
import { signalWordsEn, signalWordsId } from '../words-signals.ts'

type SignalWords = typeof signalWordsId | typeof signalWordsEn

/** One sentence in both languages; `num` writes numbers the reader's way. */
export function say(
  sentence: (words: SignalWords, num: (value: number, digits?: number) => string, lang: Lang) => string,
): Text {
  return (lang) =>
    sentence(
      lang === 'id' ? signalWordsId : signalWordsEn,
      (value, digits = 0) => formatNumber(lang, value, digits),
      lang,
    )
}
