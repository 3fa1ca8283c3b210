import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import { titleIn } from '../meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { MeetingHead } from '../read-pages.ts'
import { words } from '../words.ts'

type Props = { view: View; data: MeetingHead; title: string; lead?: Child; children?: Child }

/** A page below a meeting: the way back leads through the meeting. */
export function BelowMeeting({ view, data, title, lead, children }: Props) {
  const { programme, meeting } = data
  const crumbs = [
    { href: meetingPaths.list(programme.slug), label: words[view.lang].meetings },
    { href: meetingPaths.one(meeting.id), label: titleIn(view.lang, meeting).text },
  ]
  return (
    <BelowProgramme view={view} programme={programme} title={title} lead={lead} crumbs={crumbs}>
      {children}
    </BelowProgramme>
  )
}
