import { newId } from '#kernel/ids.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { type DiscussionData, loadDiscussion } from './loads.ts'
import { Discussion } from './pages/discussion.tsx'
import { FreshNotices } from './pages/notifications-page.tsx'
import { discussionPaths } from './paths.ts'
import { tallyNotices } from './store/notices.ts'
import { lastVisit } from './store/own-choices.ts'
import { toldDiscussion } from './told.ts'
import { words } from './words.ts'

const sectionId = 'h-diskusi'

/** "Diskusi" on the page of a record of any kind. */
export function discussionSection(readers: SubjectReader[]): RecordSection {
  return recordSection<DiscussionData>({
    load: (tx, record, request) => loadDiscussion(tx, record.id, request, readers),
    render: (data, view, { now }) => (
      <Section
        id={sectionId}
        title={words[view.lang].title}
        intro={words[view.lang].countOf(formatNumber(view.lang, data.subject.comments))}
      >
        <Discussion view={view} data={data} formKey={() => newId(now)} />
      </Section>
    ),
  })
}

/** "Diskusi" on a programme's page, with the way to the discussions of all its records. */
export function programmeDiscussion(readers: SubjectReader[]): ProgrammeSection {
  return programmeSection<DiscussionData>({
    order: 80,
    id: sectionId,
    title: (lang) => words[lang].title,
    load: (tx, programme, request) => loadDiscussion(tx, programme.id, request, readers),
    render: (data, view, { slug }) => ({
      count: data.subject.comments,
      more: { href: discussionPaths.list(slug), label: words[view.lang].all },
      body: <Discussion view={view} data={data} formKey={() => newId(view.now)} />,
    }),
    json: (data) => toldDiscussion(data),
  })
}

export const noticeDesk: DeskPart = deskPart<{ fresh: number }>({
  order: 80,
  async load(tx, { actor }) {
    if (actor.kind !== 'person') return undefined
    return tallyNotices(tx, actor.personId, await lastVisit(tx, actor.personId))
  },
  render: ({ fresh }, view) => <FreshNotices view={view} fresh={fresh} />,
})
