import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { useWords } from './view.ts'

/** Text that stays folded until it is wanted; works without script. */
export function Details({ summary, open, children }: { summary: string; open?: boolean; children?: Child }) {
  return (
    <details class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}

/** The same numbers as a picture, as a table. */
export function AsTable({ children }: { children?: Child }) {
  return <Details summary={useWords().frame.asTable}>{children}</Details>
}

export const examples: Example[] = [
  {
    name: 'Details',
    render: (lang) => (
      <Details summary={say(lang, 'Bagaimana ini dihitung', 'How this is computed')}>
        <p class="govuk-body-s">{say(lang, 'Dari catatan tugas.', 'From the records of tasks.')}</p>
      </Details>
    ),
  },
]
