import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { Figure } from './progress.tsx'
import { useWords } from './view.ts'

export type HeroProps = {
  title: string
  lead: string
  search?: { action: string; label: string }
  /** `Figure`s: how much is here to read. */
  figures?: Child
}

/** The band of the home page, and of no other. */
export function Hero({ title, lead, search, figures }: HeroProps) {
  const { form } = useWords()
  return (
    <div class="mf-hero">
      <div class="govuk-width-container mf-hero__in">
        <h1 class="govuk-heading-xl">{title}</h1>
        <p class="mf-hero__lead">{lead}</p>
        {search ? (
          <form class="mf-search" role="search" aria-label={search.label} action={search.action}>
            <label for="hero-q">{search.label}</label>
            <div>
              <input class="govuk-input" id="hero-q" name="q" type="search" autocomplete="off" />
              <button class="govuk-button" type="submit">
                {form.search}
              </button>
            </div>
          </form>
        ) : null}
        {figures ? <dl class="mf-hero__figs">{figures}</dl> : null}
      </div>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Hero',
    render: (lang) => (
      <Hero
        title={say(lang, 'Program bersama, dikerjakan terbuka', 'Joint programmes, run in the open')}
        lead={say(
          lang,
          'Siapa pun dapat memeriksa siapa mengerjakan apa, apa yang diputuskan, dan apa yang terhambat.',
          'Anyone can check who does what, what was decided, and what is stuck.',
        )}
        search={{ action: '#cari', label: say(lang, 'Cari program atau instansi', 'Search programmes or agencies') }}
        figures={
          <>
            <Figure value="6" label={say(lang, 'program bersama', 'joint programmes')} />
            <Figure value="641" of={say(lang, 'dari 702', 'of 702')} label={say(lang, 'masukan dijawab', 'answered')} />
          </>
        }
      />
    ),
  },
]
