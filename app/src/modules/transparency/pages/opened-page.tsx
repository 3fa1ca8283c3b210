import { Page } from '#ui/frame.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { OpenedData } from '../loads-disclosures.ts'
import { logPaths } from '../paths.ts'
import type { RecordLinks } from '../record-links.ts'
import { words } from '../words.ts'

type Props = { view: View; data: OpenedData; links: RecordLinks }

/** Entries that were closed when they were logged, and say now what they would have said. */
export function OpenedPage({ view, data, links }: Props) {
  const { opened: say, log } = words[view.lang]
  return (
    <Page view={view} title={say.title} breadcrumbs={[{ href: logPaths.log(), label: log.title }]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {data.entries.length === 0 ? (
        <p class="govuk-body">{data.after > 0 ? say.noMore : say.none}</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {data.entries.map(({ number, name, day }) => (
            <li>
              <a class="govuk-link" href={logPaths.disclosures(number)}>
                {links.eventNames[name]?.(view.lang) ?? name}
              </a>
              <br />
              <span class="mf-small mf-muted">
                {say.entry(formatNumber(view.lang, number), formatDate(view.lang, day))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {data.next ? (
        <p class="govuk-body">
          <a class="govuk-link" href={logPaths.opened(data.next)}>
            {say.next}
          </a>
        </p>
      ) : null}
    </Page>
  )
}
