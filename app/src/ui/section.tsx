import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import type { NavItem } from './view.ts'

export type SectionHeadProps = {
  /** Id of the heading, where the jump list leads. */
  id: string
  title: string
  /** At most two sentences that say the finding, not the topic. */
  intro?: Child
  more?: NavItem
}

export function SectionHead({ id, title, intro, more }: SectionHeadProps) {
  return (
    <div class="mf-section__head">
      <h2 class="govuk-heading-l" id={id}>
        {title}
      </h2>
      {intro ? <p class="mf-section__intro">{intro}</p> : null}
      {more ? (
        <p class="mf-section__more">
          <a class="govuk-link mf-more" href={more.href}>
            {more.label}
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** One idea of a page, under its heading. */
export function Section({ children, ...head }: SectionHeadProps & { children?: Child }) {
  return (
    <section class="mf-section" aria-labelledby={head.id}>
      <SectionHead {...head} />
      {children}
    </section>
  )
}

/** The white card around a table or a chart. */
export function Panel({ children }: { children?: Child }) {
  return <div class="mf-panel">{children}</div>
}

export const examples: Example[] = [
  {
    name: 'Section',
    render: (lang) => (
      <Section
        id="contoh-ruas"
        title={say(lang, 'Hambatan terdeteksi', 'Obstacles found')}
        intro={say(
          lang,
          '3 hambatan terbuka. Sistem menemukannya dari catatan; manusia yang menilai dan menanganinya.',
          '3 obstacles are open. The system finds them in the records; people judge and handle them.',
        )}
        more={{ href: '#usai', label: say(lang, '11 sudah teratasi', '11 already resolved') }}
      >
        <p class="govuk-body">…</p>
      </Section>
    ),
  },
]
