import type { Actor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { type DeskPart, deskPart } from '#kernel/web/desk.ts'
import { type RecordSection, recordSection } from '#kernel/web/record-section.ts'
import { type ProgrammeSection, programmeSection } from '#modules/programmes/standing.ts'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import type { Brief, WaitingQuestion } from './brief.ts'
import { DiscussionBrief } from './pages/brief.tsx'
import { FreshNotices, WaitingQuestions } from './pages/notifications-page.tsx'
import { discussionPaths } from './paths.ts'
import { readBrief } from './store/brief.ts'
import { tallyNotices } from './store/notices.ts'
import { lastVisit } from './store/own-choices.ts'
import { waitingQuestions } from './store/waiting.ts'
import { words } from './words.ts'

const sectionId = 'h-diskusi'

/** "Diskusi" on the page of a record of any kind. */
export const discussionSection: RecordSection = recordSection<Brief>({
  load: readBrief,
  render: (brief, view, { actor, now }) => {
    const { title, countOf } = words[view.lang]
    const { comments } = brief.subject
    return (
      <Section
        id={sectionId}
        title={title}
        intro={comments > 0 ? countOf(formatNumber(view.lang, comments)) : undefined}
      >
        <DiscussionBrief view={view} brief={brief} actor={actor} formKey={newId(now)} />
      </Section>
    )
  },
})

/** "Diskusi" on a programme's page, with the way to the discussions of all its records. */
export const programmeDiscussion: ProgrammeSection = programmeSection<{ brief: Brief; actor: Actor }>({
  order: 80,
  id: sectionId,
  title: (lang) => words[lang].title,
  async load(tx, programme, { actor }) {
    const brief = await readBrief(tx, programme.id)
    return brief && { brief, actor }
  },
  render: ({ brief, actor }, view, { slug }) => ({
    count: brief.subject.comments,
    more: { href: discussionPaths.list(slug), label: words[view.lang].all },
    body: <DiscussionBrief view={view} brief={brief} actor={actor} formKey={newId(view.now)} />,
  }),
  json: ({ brief }) => brief,
})

export const noticeDesk: DeskPart = deskPart<{ fresh: number; waiting: WaitingQuestion[] }>({
  order: 80,
  async load(tx, { actor }) {
    if (actor.kind !== 'person') return undefined
    const [seen, waiting] = await Promise.all([lastVisit(tx, actor.personId), waitingQuestions(tx, actor)])
    return { ...(await tallyNotices(tx, actor.personId, seen)), waiting }
  },
  render: ({ fresh, waiting }, view) => (
    <>
      <FreshNotices view={view} fresh={fresh} />
      <WaitingQuestions view={view} waiting={waiting} />
    </>
  ),
})
