import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Pagination } from '#ui/pagination.tsx'
import { Fingerprint, Proof } from '#ui/proof.tsx'
import { Num, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { pageSize, type RecordData, type RecordEvent } from '../loads.ts'
import { logPaths } from '../paths.ts'
import type { RecordLinks } from '../record-links.ts'
import { words } from '../words.ts'

type Props = { view: View; data: RecordData; links: RecordLinks }

export function RecordPage({ view, data, links }: Props) {
  const say = words[view.lang].record
  const crumb = { href: logPaths.log(), label: words[view.lang].log.title }
  return (
    <Page
      view={view}
      title={say.title}
      breadcrumbs={data.programme ? trail(view, data.programme, crumb) : [crumb]}
      example={data.programme?.example ?? undefined}
    >
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead(formatNumber(view.lang, data.total))}</p>
      <p class="govuk-body">{say.how}</p>
      {data.events.map((event) => (
        <EventProof view={view} event={event} links={links} />
      ))}
      <Pagination
        page={data.page}
        size={pageSize}
        total={data.total}
        href={(page) => `${logPaths.record(data.id)}?page=${page}`}
      />
    </Page>
  )
}

function EventProof({ view, event, links }: Pick<Props, 'view' | 'links'> & { event: RecordEvent }) {
  const say = words[view.lang].record
  const { proof, number } = event
  const named = links.eventNames[event.name]
  const logged = number !== null && proof.size !== undefined
  return (
    <Proof
      verdict={proof.verdict}
      title={named ? named(view.lang) : event.name}
      note={proof.verdict === 'holds' && !proof.open ? say.closed : say.verdicts[proof.verdict]}
      facts={[
        { label: say.at, value: <Time at={event.at} clock={event.at.length > 10} /> },
        ...(logged
          ? [
              {
                label: say.number,
                value: <Num>{say.of(formatNumber(view.lang, number), formatNumber(view.lang, proof.size!))}</Num>,
              },
              { label: say.fingerprint, value: <Fingerprint hex={proof.leaf ?? ''} /> },
              { label: say.check, value: <Downloads view={view} number={number} seesActs={event.at.length > 10} /> },
            ]
          : []),
      ]}
    />
  )
}

/** Whoever reads the hour of an act may also have it proved. */
function Downloads({ view, number, seesActs }: { view: View; number: number; seesActs: boolean }) {
  const say = words[view.lang].record
  return (
    <>
      <a class="govuk-link" href={logPaths.proof(number)}>
        {say.proof}
        <span class="govuk-visually-hidden"> {number}</span>
      </a>
      {' · '}
      <a class="govuk-link" href={logPaths.entry(number)}>
        {say.entry}
        <span class="govuk-visually-hidden"> {number}</span>
      </a>
      {seesActs ? (
        <>
          {' · '}
          <a class="govuk-link" href={logPaths.disclosures(number)}>
            {say.disclosures}
            <span class="govuk-visually-hidden"> {number}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
