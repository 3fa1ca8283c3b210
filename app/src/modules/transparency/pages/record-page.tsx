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
      note={noteOf(event, say)}
      facts={[
        { label: say.at, value: <Time at={event.at} clock={event.at.length > 10} /> },
        ...(logged
          ? [
              {
                label: say.number,
                value: <Num>{say.of(formatNumber(view.lang, number), formatNumber(view.lang, proof.size!))}</Num>,
              },
              { label: say.fingerprint, value: <Fingerprint hex={proof.leaf ?? ''} /> },
              {
                label: say.check,
                value: <Downloads view={view} number={number} disclosed={disclosedOf(event, say)} />,
              },
            ]
          : []),
      ]}
    />
  )
}

type Say = (typeof words)['id']['record']

function noteOf({ proof, opened }: RecordEvent, say: Say): string {
  if (proof.verdict !== 'holds' || proof.open) return say.verdicts[proof.verdict]
  return opened ? say.opened : say.closed
}

/** Whoever reads the hour of an act may also have it proved, and whoever reads of a closed one what it says. */
function disclosedOf({ at, proof }: RecordEvent, say: Say): string | undefined {
  if (!proof.open) return say.told
  return at.length > 10 ? say.disclosures : undefined
}

function Downloads({ view, number, disclosed }: { view: View; number: number; disclosed: string | undefined }) {
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
      {disclosed ? (
        <>
          {' · '}
          <a class="govuk-link" href={logPaths.disclosures(number)}>
            {disclosed}
            <span class="govuk-visually-hidden"> {number}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
