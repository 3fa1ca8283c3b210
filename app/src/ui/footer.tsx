import { type Lang, languages } from './language.ts'
import { inLanguage, type View } from './view.ts'
import { words } from './words.ts'

const languageNames: Record<Lang, string> = { id: 'Indonesia', en: 'English' }

export function Footer({ view }: { view: View }) {
  const { frame } = words[view.lang]
  return (
    <footer class="mf-foot">
      <div class="govuk-width-container mf-foot__grid">
        <div>
          <h2>Mufakat</h2>
          <p class="mf-muted">{frame.about}</p>
        </div>
        {view.footer?.map((group) => (
          <div>
            <h2>{group.title}</h2>
            <ul>
              {group.links.map((link) => (
                <li>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div>
          <h2>{frame.language}</h2>
          <Languages view={view} />
        </div>
      </div>
    </footer>
  )
}

function Languages({ view }: { view: View }) {
  return (
    <nav class="govuk-language-navigation" aria-label={words[view.lang].frame.language}>
      <ul class="govuk-language-navigation__list">
        {languages.map((lang) => (
          <li class="govuk-language-navigation__list-item">
            {lang === view.lang ? (
              <span class="govuk-language-navigation__text" aria-current="true" lang={lang}>
                {languageNames[lang]}
              </span>
            ) : (
              <a
                class="govuk-language-navigation__link"
                href={inLanguage(view.path, lang)}
                rel="alternate"
                lang={lang}
                hreflang={lang}
              >
                {languageNames[lang]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
