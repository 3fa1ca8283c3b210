import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { formatNumber } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { ThreadData } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CommentItem } from './comment.tsx'
import { Steps } from './discussion.tsx'
import { AboutRecord } from './record-page.tsx'

export function ThreadPage({ view, data, formKey }: { view: View; data: ThreadData; formKey: () => string }) {
  const say = words[view.lang]
  const { programme, subject, place, comment, replies, newer, older } = data
  const page = (cursor: { before?: string; after?: string }) =>
    discussionPaths.thread(programme.slug, comment.id, cursor)
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.thread}
      crumbs={[{ href: discussionPaths.record(programme.slug, subject.id), label: say.title }]}
    >
      <AboutRecord view={view} place={place} />
      <ul class="mf-comments">
        <CommentItem view={view} slug={programme.slug} comment={comment} formKey={formKey}>
          {replies.length > 0 ? (
            <ul
              class="mf-comments mf-comments--replies"
              aria-label={say.replies(formatNumber(view.lang, comment.replies))}
            >
              {replies.map((reply) => (
                <CommentItem view={view} slug={programme.slug} comment={reply} parent={comment} formKey={formKey} />
              ))}
            </ul>
          ) : null}
        </CommentItem>
      </ul>
      <Steps
        view={view}
        back={newer ? page({ after: newer }) : undefined}
        on={older ? page({ before: older }) : undefined}
      />
    </BelowProgramme>
  )
}
