import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { type ListItem, RecordList } from '#ui/card.tsx'
import { FactLink } from '#ui/facts.tsx'
import { formatDate, formatNumber } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import { type Meeting, titleIn } from './meeting.ts'
import { meetingPaths } from './paths.ts'
import { agendaOf, type PlacedItem } from './store/agenda.ts'
import { comingMeetings, readMeeting } from './store/meetings.ts'
import { lastMinuted } from './store/minutes.ts'
import { words } from './words.ts'
import { localOf, whenWords } from './zone.ts'

type Minuted = { meeting: Meeting; agenda: PlacedItem[] }
type SectionData = { next: Meeting | undefined; last: Minuted | undefined }

/** The next meeting and the last minutes, on the programme's own page. */
export const meetingSection: ProgrammeSection = programmeSection<SectionData>({
  order: 55,
  id: 'h-rapat',
  title: (lang) => words[lang].meetings,
  async load(tx, { id }, { now }) {
    const [coming, lastId] = await Promise.all([comingMeetings(tx, [id], now, 1), lastMinuted(tx, id)])
    const [next] = coming
    if (!next && !lastId) return undefined
    if (!lastId) return { next, last: undefined }
    const [meeting, agenda] = await Promise.all([readMeeting(tx, lastId), agendaOf(tx, lastId)])
    return { next, last: meeting && { meeting, agenda } }
  },
  facts: ({ next }, { lang }) => {
    const say = words[lang].section
    if (!next) return [{ label: say.next, value: say.nothingNext }]
    const day = formatDate(lang, localOf(next.starts_at, next.zone).day)
    return [{ label: say.next, value: <FactLink href={meetingPaths.one(next.id)}>{day}</FactLink> }]
  },
  render: ({ next, last }, view, { slug }) => ({
    intro: last && last.agenda.length > 0 ? findingOf(view, last) : undefined,
    more: { href: meetingPaths.list(slug), label: words[view.lang].section.all },
    body: <RecordList items={[...(next ? [nextItem(view, next)] : []), ...(last ? [lastItem(view, last)] : [])]} />,
  }),
})

function findingOf({ lang }: View, { agenda }: Minuted): string {
  const settled = agenda.filter((item) => item.outcome?.result === 'settled')
  return words[lang].section.intro(formatNumber(lang, settled.length), formatNumber(lang, agenda.length))
}

function nextItem({ lang }: View, meeting: Meeting): ListItem {
  const title = titleIn(lang, meeting)
  const lines = [`${words[lang].section.next} · ${whenWords(lang, meeting)}`, ...(meeting.place ? [meeting.place] : [])]
  return { href: meetingPaths.one(meeting.id), title: title.text, lang: title.lang, lines }
}

function lastItem({ lang }: View, { meeting }: Minuted): ListItem {
  const say = words[lang]
  const title = titleIn(lang, meeting)
  return {
    href: meetingPaths.minutes(meeting.id),
    title: `${say.minutes}: ${title.text}`,
    lang: title.lang,
    lines: [`${say.section.last} · ${whenWords(lang, meeting)}`],
  }
}
