import type { Child } from '#ui/jsx/element.ts'
import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import { type Example, say } from './example.ts'
import { NamedFields } from './field-frame.tsx'
import { Footer } from './footer.tsx'
import { type FormState, refusal } from './form-state.ts'
import type { Lang } from './language.ts'
import { Masthead } from './masthead.tsx'
import { Notice } from './notice.tsx'
import { inLanguage, LangContext, useWords, type View } from './view.ts'
import { words } from './words.ts'

export type PageProps = {
  view: View
  /** The words of the tab; the name of the installation is added. */
  title: string
  /** The way back, without this page itself; "Beranda" is added in front. Left out: no trail. */
  breadcrumbs?: Crumb[]
  /** Set when any record shown is example data. A programme's own text says so in one language; readers get it in theirs. */
  example?: boolean | string
  /** What the mark says instead, in the reader's language, where only some of the page is invented. */
  exampleText?: string
  /** A full-width band at the top of the content, such as `Hero`. */
  hero?: Child
  /** Of the form on this page: the title then begins with the number of errors. */
  state?: FormState
  /** One sentence for search engines and link previews. */
  description?: string
  /** An Atom feed of what this page is about, found by feed readers from its head. */
  feed?: { href: string; title: string }
  /** The one script of the page, by its name; pages work without it. */
  island?: string
  children?: Child
}

/** The whole document. The ui promises: no inline style, and no script but the island that a page names. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>${page}`
}

export function Page(props: PageProps) {
  const { view } = props
  return (
    <LangContext.Provider value={view.lang}>
      <html lang={view.lang} class="govuk-template">
        <Head {...props} />
        <body class="govuk-template__body">
          <a href="#isi" class="govuk-skip-link">
            {words[view.lang].frame.skip}
          </a>
          <header>
            <Masthead view={view} />
            {props.example ? <ExampleStrip text={props.exampleText} /> : null}
          </header>
          <NamedFields refused={props.state !== undefined && Object.keys(props.state.errors).length > 0}>
            {props.hero ? <HeroMain {...props} /> : <PlainMain {...props} />}
          </NamedFields>
          <Footer view={view} />
        </body>
      </html>
    </LangContext.Provider>
  )
}

function Head({ view, title, state, description, feed, island }: PageProps) {
  const { assets, lang } = view
  const refused = state && refusal(lang, state)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${refused ? `${refused}: ` : ''}${title} – Mufakat ${view.place}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      <meta name="theme-color" content="#171f45" />
      {assets.font ? (
        <link rel="preload" as="font" type="font/woff2" href={assets.font} crossorigin="anonymous" />
      ) : null}
      <link rel="stylesheet" href={assets.css} />
      <link rel="icon" type="image/svg+xml" href={assets.icon ?? '/assets/mark.svg'} />
      {island && assets.islands?.[island] ? <script type="module" src={assets.islands[island]} /> : null}
      {feed ? <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} /> : null}
      <link rel="alternate" hreflang={otherOf(lang)} href={inLanguage(view.path, otherOf(lang))} />
    </head>
  )
}

function otherOf(lang: Lang): Lang {
  return lang === 'id' ? 'en' : 'id'
}

function PlainMain({ view, breadcrumbs, children }: PageProps) {
  return (
    <div class="govuk-width-container">
      {breadcrumbs ? <Breadcrumbs items={breadcrumbs} /> : null}
      <main id="isi" class={breadcrumbs ? 'govuk-main-wrapper' : 'govuk-main-wrapper mf-top'}>
        {view.notice ? <Notice {...view.notice} /> : null}
        {children}
      </main>
    </div>
  )
}

function HeroMain({ view, hero, children }: PageProps) {
  return (
    <main id="isi">
      {hero}
      <div class="govuk-width-container">
        <div class="govuk-main-wrapper">
          {view.notice ? <Notice {...view.notice} /> : null}
          {children}
        </div>
      </div>
    </main>
  )
}

/** Says above everything that what follows is invented. */
export function ExampleStrip({ text }: { text?: string }) {
  const { frame } = useWords()
  return (
    <div class="mf-example">
      <div class="govuk-width-container">
        <div class="govuk-phase-banner">
          <p class="govuk-phase-banner__content">
            <strong class="govuk-tag govuk-phase-banner__content__tag govuk-tag--yellow">{frame.example}</strong>
            <span class="govuk-phase-banner__text">{text ?? frame.exampleText}</span>
          </p>
        </div>
      </div>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'ExampleStrip',
    render: (lang) => (
      <ExampleStrip
        text={say(lang, 'Kabupaten Mekarsari rekaan, bukan data nyata.', 'Mekarsari Regency is invented.')}
      />
    ),
  },
]
