import { Mark } from './signs.tsx'
import { inLanguage, type NavItem, type View } from './view.ts'
import { words } from './words.ts'

/** Stripe, mark and name, four short ways in, and who is reading. */
export function Masthead({ view }: { view: View }) {
  return (
    <>
      <div class="mf-lurik" />
      <div class="mf-mast">
        <div class="govuk-width-container mf-mast__in">
          <a class="mf-brand" href="/">
            <Mark />
            <span>
              <span class="mf-brand__name">Mufakat</span>
              <span class="mf-brand__place">{view.place}</span>
            </span>
          </a>
          {view.nav.length ? <MainMenu view={view} /> : null}
          <div class="mf-mast__end">
            <LanguageLink view={view} />
            {view.person ? <SignedIn view={view} /> : <SignIn view={view} />}
          </div>
        </div>
      </div>
    </>
  )
}

function MainMenu({ view }: { view: View }) {
  return (
    <nav class="mf-mast__nav govuk-service-navigation" aria-label={words[view.lang].frame.mainMenu}>
      <ul class="govuk-service-navigation__list">
        {view.nav.map((item) => (
          <li class="govuk-service-navigation__item">
            <a class="govuk-service-navigation__link" href={item.href} aria-current={currentIn(item, view.path)}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** "page" on the item's own page, "true" on a page below it. */
function currentIn(item: NavItem, path: string): 'page' | 'true' | undefined {
  const here = path.split('?')[0] ?? ''
  if (here === item.href) return 'page'
  return item.href !== '/' && here.startsWith(`${item.href}/`) ? 'true' : undefined
}

function LanguageLink({ view }: { view: View }) {
  const other = view.lang === 'id' ? 'en' : 'id'
  return (
    <div class="mf-lang">
      <a class="govuk-link" href={inLanguage(view.path, other)} lang={other} hreflang={other} rel="alternate">
        <span class="mf-lang__short">{other.toUpperCase()}</span>{' '}
        <span class="mf-lang__long">{other === 'en' ? 'English' : 'Indonesia'}</span>
      </a>
    </div>
  )
}

function SignIn({ view }: { view: View }) {
  return (
    <a class="mf-login" href={view.signIn ?? '/sign-in'}>
      {words[view.lang].frame.signIn}
    </a>
  )
}

function SignedIn({ view }: { view: View }) {
  return (
    <>
      <div class="mf-who">
        <strong>{view.person?.name}</strong>
        {view.person?.organisation ? <span>{view.person.organisation}</span> : null}
      </div>
      <form method="post" action="/sign-out">
        <button class="mf-login" type="submit">
          {words[view.lang].frame.signOut}
        </button>
      </form>
    </>
  )
}
