import { type Example, say } from './example.ts'
import { useWords } from './view.ts'

export type Crumb = { href: string; label: string }

/** The way back to the home page; the page itself is not repeated. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const { frame } = useWords()
  const trail = [{ href: '/', label: frame.home }, ...items]
  return (
    <nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label={frame.breadcrumbs}>
      <ol class="govuk-breadcrumbs__list">
        {trail.map((crumb) => (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export const examples: Example[] = [
  {
    name: 'Breadcrumbs',
    render: (lang) => (
      <Breadcrumbs
        items={[
          { href: '#program', label: say(lang, 'Program bersama', 'Joint programmes') },
          { href: '#stunting', label: say(lang, 'Percepatan Penurunan Stunting', 'Faster Reduction of Stunting') },
        ]}
      />
    ),
  },
]
