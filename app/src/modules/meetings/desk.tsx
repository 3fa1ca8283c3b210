import { type Actor, coordinates, hasSeat } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { RecordList } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDate, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import { type Manner, type Meeting, titleIn } from './meeting.ts'
import { meetingPaths } from './paths.ts'
import { attendanceOf } from './store/attendance.ts'
import { comingMeetings, unrecordedMeetings } from './store/meetings.ts'
import { unconfirmedMeetings } from './store/minutes.ts'
import { words } from './words.ts'
import { localOf, whenWords, type Zone } from './zone.ts'

type Waiting = {
  act: 'answer' | 'record' | 'minutes' | 'confirm'
  meeting: Pick<Meeting, 'id' | 'title' | 'title_en' | 'lang' | 'starts_at' | 'zone'>
}
type Coming = Meeting & { answer: Manner | undefined }
type Data = { coming: Coming[]; waits: Waiting[] }

const shown = 5

/** On the desk: the meetings this person is invited to, and what waits for them before and after. */
export const meetingDesk: DeskPart = deskPart<Data>({
  order: 40,
  async load(tx, { actor, now }) {
    if (actor.kind !== 'person' || actor.seats.length === 0) return undefined
    const programmes = [...new Set(actor.seats.map((seat) => seat.programmeId))]
    const meetings = await comingMeetings(tx, programmes, now, shown)
    const said = await attendanceOf(
      tx,
      meetings.map((one) => one.id),
    )
    const coming = meetings.map((meeting) => ({
      ...meeting,
      answer: said.find((one) => one.meeting_id === meeting.id && isOwn(actor, meeting, one.organisation_id))?.manner,
    }))
    const waits = [
      ...coming.filter((meeting) => asksAnswer(actor, meeting, now)).map(answering),
      ...(await chores(tx, actor, programmes, now)),
    ]
    return { coming, waits }
  },
  render: (data, view) => <Part view={view} data={data} />,
})

function isOwn(actor: Actor, { programme_id }: Meeting, organisationId: string): boolean {
  return (
    actor.kind === 'person' &&
    actor.seats.some((seat) => seat.programmeId === programme_id && seat.organisationId === organisationId)
  )
}

/** The party has to come, was invited, and has not said anything yet. */
function asksAnswer(actor: Actor, meeting: Coming, now: Date): boolean {
  const must = meeting.required_ids.some((id) => isOwn(actor, meeting, id))
  const acts = hasSeat(actor, meeting.programme_id, 'officer', 'head', 'coordinator', 'deputy')
  return must && acts && meeting.invited_at !== null && meeting.answer === undefined && meeting.starts_at > now
}

const answering = (meeting: Coming): Waiting => ({ act: 'answer', meeting })

/** What the coordination team has still to write down. */
async function chores(tx: ReadTx, actor: Actor, programmes: string[], now: Date): Promise<Waiting[]> {
  const led = programmes.filter((id) => coordinates(actor, id))
  const [unrecorded, unconfirmed] = await Promise.all([unrecordedMeetings(tx, led, now), unconfirmedMeetings(tx, led)])
  return [
    ...unrecorded.map((meeting) => ({ act: 'record' as const, meeting })),
    ...unconfirmed.map((row) => ({
      act: row.newest === null ? ('minutes' as const) : ('confirm' as const),
      meeting: { ...row, lang: row.lang as Lang, zone: row.zone as Zone },
    })),
  ]
}

const hrefs = {
  answer: meetingPaths.answer,
  record: meetingPaths.attendance,
  minutes: meetingPaths.writeMinutes,
  confirm: meetingPaths.confirmMinutes,
}

function Part({ view, data }: { view: View; data: Data }) {
  const say = words[view.lang].desk
  const { waits, coming } = data
  return (
    <Section id="h-rapat" title={say.title} more={{ href: meetingPaths.calendar(), label: say.all }}>
      {waits.length > 0 ? (
        <>
          <h3 class="govuk-heading-m">{say.waits}</h3>
          <ul class="govuk-list">
            {waits.map(({ act, meeting }) => (
              <li>
                <a class="govuk-link" href={hrefs[act](meeting.id)}>
                  {say[act](`${titleIn(view.lang, meeting).text}, ${dayOf(view.lang, meeting)}`)}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {coming.length === 0 ? (
        <Empty title={say.none} />
      ) : (
        <RecordList items={coming.map((one) => itemOf(view.lang, one))} />
      )}
    </Section>
  )
}

function dayOf(lang: Lang, { starts_at, zone }: Pick<Meeting, 'starts_at' | 'zone'>): string {
  return formatDate(lang, localOf(starts_at, zone).day)
}

function itemOf(lang: Lang, meeting: Coming) {
  const say = words[lang]
  const title = titleIn(lang, meeting)
  const answer = meeting.answer ? say.manners[meeting.answer] : say.noAnswer
  const lines = [whenWords(lang, meeting), `${say.desk.yours}: ${answer}`]
  return { href: meetingPaths.one(meeting.id), title: title.text, lang: title.lang, lines }
}
