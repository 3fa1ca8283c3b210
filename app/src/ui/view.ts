import { createContext, useContext } from '#ui/jsx/context.ts'
import type { Lang } from './language.ts'
import { words } from './words.ts'

/** A link of the masthead or footer, labelled in the reader's language. */
export type NavItem = { href: string; label: string }

/** A message about what just happened, shown once above the content. */
export type PageNotice = { kind: 'done' | 'attention' | 'note'; text: string; link?: NavItem }

/** Who reads, in which language, and what surrounds the page. The routes make it once a request. */
export type View = {
  lang: Lang
  /** Path and query of this page, for the language switch. On a page shown after a refused form: the path of the form. */
  path: string
  /** Name of the installation, such as "Kabupaten Mekarsari". */
  place: string
  person?: { name: string; organisation?: string }
  /** At most four short items, so that they fit a phone without a menu button. */
  nav: NavItem[]
  /** Further links by group, for the footer. */
  footer?: { title: string; links: NavItem[] }[]
  now: Date
  /** 'YYYY-MM-DD' in the zone of the installation. */
  today: string
  /** URLs of the built files; the CSS looks for `fonts/` and `kawung.svg` beside itself. */
  assets: { css: string; font?: string; icon?: string; islands?: Record<string, string> }
  notice?: PageNotice
  /** Where "Masuk" leads; `/sign-in` unless told. */
  signIn?: string
}

/** The reader's language, given by `Page` to every component below it. */
export const LangContext = createContext<Lang>('id')

export function useLang(): Lang {
  return useContext(LangContext)
}

export function useWords() {
  return words[useLang()]
}

/** The same page in another language: its query is kept, `lang` is set. */
export function inLanguage(path: string, lang: Lang): string {
  const url = new URL(path, 'http://page')
  url.searchParams.set('lang', lang)
  return url.pathname + url.search
}
