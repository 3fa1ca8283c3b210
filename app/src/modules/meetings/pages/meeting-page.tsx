import type { Verdict } from '#kernel/reason.ts'
import { type Act, Acts, BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { type Fact, Facts } from '#ui/facts.tsx'
import { Form } from '#ui/form.tsx'
import { History } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { formatList } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { ExternalLink, Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { titleIn } from '../meeting.ts'
import { tallyOf } from '../minutes-text.ts'
import { meetingPaths } from '../paths.ts'
import type { MeetingData } from '../read-pages.ts'
import { words } from '../words.ts'
import { whenWords } from '../zone.ts'
import { AgendaPart } from './agenda-part.tsx'
import { AttendanceTable, StateTag, When } from './parts.tsx'

type Props = { view: View; data: MeetingData; formKey: () => string }

/** `more`: what other modules put on the page. */
export function MeetingPage({ more, ...props }: Props & { more: Child[] }) {
  const { view, data } = props
  const say = words[view.lang]
  const { programme, meeting } = data
  const cancelled = data.changes.find((change) => change.kind === 'cancelled')
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={titleIn(view.lang, meeting).text}
      crumbs={[{ href: meetingPaths.list(programme.slug), label: say.meetings }]}
    >
      {cancelled ? <Notice kind="attention" text={say.cancelledBecause(cancelled.reason ?? '')} /> : null}
      <Facts items={factsOf(view, data)} />
      {view.person ? <MeetingActs {...props} /> : null}
      <AgendaPart {...props} />
      {meeting.state === 'cancelled' ? null : <AttendancePart view={view} data={data} />}
      {meeting.state === 'held' ? <MinutesPart view={view} data={data} /> : null}
      {more}
      <ChangesPart view={view} data={data} />
    </BelowProgramme>
  )
}

function factsOf(view: View, data: MeetingData): Fact[] {
  const say = words[view.lang]
  const { meeting, attendance } = data
  const required = attendance.filter((row) => row.required).map((row) => row.acronym ?? row.name)
  const moved = meeting.first_starts_at.getTime() !== meeting.starts_at.getTime()
  const items: Fact[] = [
    {
      label: say.when,
      value: <When meeting={meeting} />,
    },
    ...(moved
      ? [
          {
            label: say.firstTime,
            value: <s>{whenWords(view.lang, { ...meeting, starts_at: meeting.first_starts_at })}</s>,
          },
        ]
      : []),
    { label: say.state, value: <StateTag meeting={meeting} now={view.now} /> },
    ...(meeting.place ? [{ label: say.where, value: <Recorded lang={meeting.lang}>{meeting.place}</Recorded> }] : []),
  ]
  if (data.link)
    items.push({
      label: say.link,
      value: (
        <span class="mf-url">
          <ExternalLink href={data.link} />
        </span>
      ),
    })
  else if (!data.member) items.push({ label: say.link, value: <span class="mf-muted">{say.withheldLink}</span> })
  items.push({ label: say.mustAttend, value: required.length > 0 ? formatList(view.lang, required) : say.everyParty })
  if (meeting.heads) items.push({ label: say.attendance, value: say.asksHeads })
  if (data.member && meeting.state === 'planned')
    items.push({ label: say.invited, value: <Invited data={data} view={view} /> })
  return items
}

function Invited({ view, data }: { view: View; data: MeetingData }) {
  const say = words[view.lang]
  const { invited_at } = data.meeting
  if (!invited_at) return <>{say.notInvited}</>
  return (
    <>
      {say.invitedOn} <Time at={invited_at} clock />
    </>
  )
}

/** What is open now; what belongs to another moment of the meeting is left out rather than refused. */
function MeetingActs({ view, data, formKey }: Props) {
  const say = words[view.lang]
  const { meeting, may } = data
  const { id } = meeting
  const act = (name: string, href: string, label: string, verdict: Verdict, primary?: boolean): Act => ({
    id: name,
    href,
    label,
    verdict,
    primary,
  })
  const before = meeting.state === 'planned' && meeting.starts_at > view.now
  const acts: Act[] = before
    ? [
        act('answer', meetingPaths.answer(id), say.answerIt, may.answer, true),
        ...(may.move === true
          ? [
              act('move', meetingPaths.move(id), say.move, true),
              act('cancel', meetingPaths.cancel(id), say.cancel, true),
            ]
          : []),
      ]
    : meeting.state === 'planned'
      ? [act('record', meetingPaths.attendance(id), say.recordIt, may.record, true)]
      : meeting.state === 'held' && may.record === true
        ? [act('record', meetingPaths.attendance(id), say.correctAttendance, true)]
        : []
  return (
    <>
      <Acts view={view} acts={acts} />
      {before && may.move === true ? (
        <Form bare action={meetingPaths.invite(id)} formKey={formKey()}>
          <SubmitButton secondary>{meeting.invited_at ? say.inviteAgain : say.invite}</SubmitButton>
        </Form>
      ) : null}
    </>
  )
}

function AttendancePart({ view, data }: { view: View; data: MeetingData }) {
  const say = words[view.lang]
  const held = data.meeting.state === 'held'
  return (
    <Section
      id="h-hadir"
      title={held ? say.attendance : say.answers}
      intro={held ? tallyOf(view.lang, data.attendance) : undefined}
    >
      <AttendanceTable rows={data.attendance} held={held} />
    </Section>
  )
}

function MinutesPart({ view, data }: { view: View; data: MeetingData }) {
  const say = words[view.lang]
  const { meeting, minutes, may } = data
  const confirmed = minutes.find((one) => one.status === 'confirmed')
  const [newest] = minutes
  const label = confirmed && newest?.status === 'confirmed' ? say.correctIt : newest ? say.editIt : say.writeIt
  return (
    <Section id="h-notula" title={say.minutes} intro={confirmed ? undefined : say.minutesNone}>
      {confirmed ? (
        <p class="govuk-body">
          <a class="govuk-link" href={meetingPaths.minutes(meeting.id)}>
            {say.readMinutes}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={meetingPaths.minutesFile(meeting.id)}>
            {say.download}
          </a>
        </p>
      ) : (
        <p class="mf-small mf-muted">{say.minutesNoneRule}</p>
      )}
      {newest?.status === 'draft' ? (
        <p class="govuk-body">
          {confirmed ? say.minutesNewer : say.minutesDraft}{' '}
          <a class="govuk-link" href={meetingPaths.minutesVersion(meeting.id, newest.number)}>
            {say.seeDraft}
          </a>
        </p>
      ) : null}
      {view.person && may.draft === true ? (
        <Acts
          view={view}
          acts={[
            ...(may.confirm === true
              ? [
                  {
                    id: 'confirm',
                    href: meetingPaths.confirmMinutes(meeting.id),
                    label: say.confirmIt,
                    verdict: true as const,
                    primary: true,
                  },
                ]
              : []),
            { id: 'write', href: meetingPaths.writeMinutes(meeting.id), label, verdict: may.draft },
          ]}
        />
      ) : null}
    </Section>
  )
}

function ChangesPart({ view, data }: { view: View; data: MeetingData }) {
  const say = words[view.lang]
  const { changes, meeting } = data
  if (changes.length === 0) return null
  const written = (at: Date) => whenWords(view.lang, { ...meeting, starts_at: at })
  const events = changes.map((change) => ({
    at: change.at,
    what:
      change.kind === 'moved' && change.from_at && change.to_at
        ? change.from_at.getTime() === change.to_at.getTime()
          ? say.movedPlace
          : say.movedTo(written(change.from_at), written(change.to_at))
        : say.changes[change.kind as keyof typeof say.changes],
    who: change.person ?? undefined,
    more: change.reason ? <Recorded lang={change.lang}>{change.reason}</Recorded> : undefined,
  }))
  return (
    <Section id="h-riwayat" title={say.history}>
      <History events={events} />
    </Section>
  )
}
