import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts, Rows } from '#ui/facts.tsx'
import { Page } from '#ui/frame.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Num, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { LogData, LogDay } from '../loads.ts'
import { logPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; data: LogData; baseUrl: string }

export function LogPage({ view, data, baseUrl }: Props) {
  const say = words[view.lang].log
  return (
    <Page view={view} title={say.title} breadcrumbs={[]}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      {data.started ? (
        <Started view={view} data={data} baseUrl={baseUrl} />
      ) : (
        <Empty title={say.notStarted}>{say.notStartedRule}</Empty>
      )}
      <Section id="h-isi" title={say.inside}>
        {say.insideText.map((text) => (
          <p class="govuk-body">{text}</p>
        ))}
      </Section>
    </Page>
  )
}

function Started({ view, data, baseUrl }: Props & { data: LogData & { started: true } }) {
  const say = words[view.lang].log
  const [newest] = data.days
  return (
    <>
      <Facts
        items={[
          { label: say.size, value: <Num>{formatNumber(view.lang, data.size)}</Num> },
          { label: say.published, value: newest ? <Time at={newest.published_at} clock /> : '–' },
          { label: say.since, value: <Time at={data.identity.started_at} clock /> },
        ]}
      />
      <Section id="h-periksa" title={say.verify} intro={say.verifyLead}>
        <p class="govuk-body">{say.verifyCommand}</p>
        <p class="govuk-body mf-panel">
          <code>{`npx tlog verify ${baseUrl}${logPaths.log()} ${data.identity.vkey}`}</code>
        </p>
        <p class="govuk-body">{say.verifyProof}</p>
        <p class="govuk-body mf-panel">
          <code>{`npx tlog proof 12.tlog-proof ${data.identity.vkey} 12.json`}</code>
        </p>
        <p class="govuk-body">{say.keep}</p>
        <Details summary={say.technical}>
          <Rows
            items={[
              { label: say.origin, value: <code>{data.identity.origin}</code> },
              { label: say.key, value: <code>{data.identity.vkey}</code> },
              { label: say.root, value: <code>{data.root}</code> },
              { label: say.files, value: <Files /> },
            ]}
          />
        </Details>
      </Section>
      <p class="govuk-body">
        <a class="govuk-link" href={logPaths.opened()}>
          {say.opened}
        </a>
      </p>
      <Section id="h-hari" title={say.days} intro={say.daysLead}>
        <div class="mf-panel">
          <Table caption={say.days} rows={data.days} columns={dayColumns(view)} />
        </div>
      </Section>
    </>
  )
}

function Files() {
  const files = [logPaths.checkpoint(), logPaths.vkey(), '/log/tile/entries/000', '/log/tile/0/000']
  return (
    <>
      {files.map((href, index) => (
        <>
          {index > 0 ? ', ' : null}
          {index < 2 ? (
            <a class="govuk-link" href={href}>
              {href}
            </a>
          ) : (
            <code>{href}</code>
          )}
        </>
      ))}
    </>
  )
}

function dayColumns(view: View) {
  const say = words[view.lang].log
  return [
    { label: say.day, head: true, cell: (day: LogDay) => <Time at={day.day} /> },
    { label: say.entries, numeric: true, cell: (day: LogDay) => formatNumber(view.lang, day.size) },
    {
      label: say.witnesses,
      cell: (day: LogDay) =>
        day.witnesses > 0
          ? say.witnessed(formatNumber(view.lang, day.witnesses), formatNumber(view.lang, day.witnessed_size ?? 0))
          : say.unwitnessed,
    },
  ]
}
