import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import type { Lang } from './language.ts'

/** One use of a component, for the gallery and the tests. */
export type Example = { name: string; render: (lang: Lang) => JSX.Element }

/** Says the Indonesian or the English text of an example. */
export function say(lang: Lang, id: string, en: string): string {
  return lang === 'id' ? id : en
}
