import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Proof } from '#ui/proof.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { DisclosuresData } from '../loads-disclosures.ts'
import { logPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; data: DisclosuresData }

/** What an entry only commits to, with what proves it. */
export function DisclosuresPage({ view, data }: Props) {
  const { disclosures: say, log } = words[view.lang]
  const verdict = data.entry === null ? 'waiting' : data.holds ? 'holds' : 'fails'
  const number = formatNumber(view.lang, data.number)
  return (
    <Page
      view={view}
      title={say.title(number)}
      breadcrumbs={[
        { href: logPaths.log(), label: log.title },
        ...(data.about ? [{ href: logPaths.record(data.about), label: words[view.lang].record.title }] : []),
      ]}
    >
      <h1 class="govuk-heading-xl">{say.title(number)}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {data.disclosures.map(({ name, value, salt }) => (
        <Proof
          verdict={verdict}
          title={say.names[name as keyof typeof say.names]}
          note={say.verdicts[verdict]}
          facts={[
            { label: say.value, value: <code>{value}</code> },
            { label: say.salt, value: <code>{salt}</code> },
          ]}
        />
      ))}
      <Section id="h-periksa" title={say.check} intro={say.how}>
        {verdict === 'waiting' ? null : (
          <ul class="govuk-list">
            <li>
              <a class="govuk-link" href={logPaths.entry(data.number)}>
                {words[view.lang].record.entry}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={logPaths.proof(data.number)}>
                {words[view.lang].record.proof}
              </a>
            </li>
          </ul>
        )}
      </Section>
    </Page>
  )
}
