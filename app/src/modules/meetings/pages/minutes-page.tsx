import { Acts } from '#modules/programmes/pages/below-programme.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatAct, formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { ActTime, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { titleIn } from '../meeting.ts'
import { paragraphsOf, tallyOf } from '../minutes-text.ts'
import { meetingPaths } from '../paths.ts'
import type { Minutes, MinutesData } from '../read-pages.ts'
import { words } from '../words.ts'
import { BelowMeeting } from './below-meeting.tsx'
import { AttendanceTable, KindTag, Matter, Outcome, When } from './parts.tsx'

type Props = { view: View; data: MinutesData }

export function MinutesPage({ view, data }: Props) {
  const say = words[view.lang]
  const { meeting, shown, may } = data
  return (
    <BelowMeeting view={view} data={data} title={`${say.minutes}: ${titleIn(view.lang, meeting).text}`}>
      {shown?.status === 'draft' ? <Notice kind="attention" text={say.minutesDraft} /> : null}
      <Facts
        items={[
          { label: say.when, value: <When meeting={meeting} /> },
          ...(meeting.place
            ? [{ label: say.where, value: <Recorded lang={meeting.lang}>{meeting.place}</Recorded> }]
            : []),
          ...(shown ? [{ label: say.minutes, value: authorOf(view, shown) }] : []),
        ]}
      />
      {shown ? (
        <Section
          id="h-isi"
          title={say.form.minutesBody}
          more={{ href: `${meetingPaths.minutesFile(meeting.id)}?version=${shown.number}`, label: say.download }}
        >
          <Body minutes={shown} />
        </Section>
      ) : (
        <Empty title={say.minutesNone}>{say.minutesNoneRule}</Empty>
      )}
      <Acts
        view={view}
        acts={
          may.confirm === true && shown?.status === 'draft'
            ? [
                {
                  id: 'confirm',
                  href: meetingPaths.confirmMinutes(meeting.id),
                  label: say.confirmIt,
                  verdict: true,
                  primary: true,
                },
              ]
            : []
        }
      />
      <Matters view={view} data={data} />
      <Section id="h-hadir" title={say.attendance} intro={tallyOf(view.lang, data.attendance)}>
        <AttendanceTable rows={data.attendance} held />
      </Section>
      <Versions view={view} data={data} />
    </BelowMeeting>
  )
}

function authorOf(view: View, { status, person, at, because }: Minutes) {
  const say = words[view.lang]
  const by = status === 'confirmed' ? say.confirmedBy : say.draftedBy
  return (
    <>
      {by(person, formatAct(view.lang, at))}
      {because ? <span class="mf-small mf-muted mf-after">{say.corrects(because)}</span> : null}
    </>
  )
}

function Body({ minutes }: { minutes: Minutes }) {
  return (
    <Recorded as="div" lang={minutes.lang}>
      {paragraphsOf(minutes.body).map((paragraph) => (
        <p class="govuk-body">
          {paragraph.split('\n').map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </p>
      ))}
    </Recorded>
  )
}

function Matters({ view, data }: Props) {
  const say = words[view.lang]
  if (data.agenda.length === 0) return null
  return (
    <Section id="h-agenda" title={say.agenda}>
      <div class="mf-panel">
        <Table
          caption={say.agenda}
          rows={data.agenda}
          columns={[
            { label: say.form.itemTitle, head: true, cell: (item) => <Matter item={item} /> },
            { label: say.form.kind, plain: true, cell: (item) => <KindTag kind={item.kind} /> },
            {
              label: say.form.result,
              plain: true,
              cell: (item) =>
                item.outcome ? <Outcome item={item} data={data} /> : <span class="mf-muted">{say.resultOpen}</span>,
            },
          ]}
        />
      </div>
    </Section>
  )
}

function Versions({ view, data }: Props) {
  const say = words[view.lang]
  const { minutes, meeting } = data
  if (minutes.length < 2) return null
  return (
    <Section id="h-versi" title={say.versions}>
      <ul class="govuk-list">
        {minutes.map((one) => (
          <li>
            <a class="govuk-link" href={meetingPaths.minutesVersion(meeting.id, one.number)}>
              {say.versionOf(formatNumber(view.lang, one.number))}
            </a>{' '}
            · {say.minutesStates[one.status]} · <ActTime at={one.at} />
            {one.because ? <> · {say.corrects(one.because)}</> : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
