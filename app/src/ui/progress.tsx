import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { formatPercent } from './language.ts'
import { useLang } from './view.ts'

/** A bar for a share that stands beside it in words. `ratio` is 0–1; `title` says of what. */
export function Progress({ id, ratio, title }: { id: string; ratio: number; title: string }) {
  const share = Math.min(Math.max(ratio, 0), 1)
  return (
    <svg class="mf-progress" role="img" aria-labelledby={id}>
      <title id={id}>{`${title}: ${formatPercent(useLang(), ratio, 0)}`}</title>
      <rect class="mf-track" width="100%" height="12" rx="6" />
      <rect class="mf-fill" width={`${Number((share * 100).toFixed(1))}%`} height="12" rx="6" />
    </svg>
  )
}

/** A large figure and what it counts, for a row of figures; it leads to its records. */
export function Figure({ value, of, label, href }: { value: Child; of?: Child; label: string; href?: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {href ? (
          <a class="govuk-link" href={href}>
            {value}
            <span class="govuk-visually-hidden"> {label}</span>
          </a>
        ) : (
          value
        )}
        {of ? <small> {of}</small> : null}
      </dd>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Progress',
    render: (lang) => (
      <p class="govuk-body">
        <strong>{say(lang, '63 dari 118 tugas selesai', '63 of 118 tasks done')}</strong>
        <Progress id="kemajuan" ratio={63 / 118} title={say(lang, 'Tugas selesai', 'Tasks done')} />
      </p>
    ),
  },
]
