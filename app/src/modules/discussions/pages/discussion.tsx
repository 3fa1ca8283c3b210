import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form } from '#ui/form.tsx'
import { formatNumber } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { FollowingState } from '../following.ts'
import type { DiscussionData, Shown } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { CommentItem } from './comment.tsx'

type Props = { view: View; data: DiscussionData; formKey: () => string }

/** The discussion of one record, page by page. */
export function Discussion({ view, data, formKey }: Props) {
  const { subject, rows, newer, older, sort, unanswered } = data
  const say = words[view.lang]
  const page = (cursor: { before?: string; after?: string }) =>
    discussionPaths.record(subject.slug, subject.id, {
      ...cursor,
      sort: sort === 'oldest' ? sort : undefined,
      show: unanswered ? 'unanswered' : undefined,
    })
  return (
    <>
      <WriteButton view={view} data={data} />
      {data.signedIn ? <FollowButtons view={view} data={data} formKey={formKey} /> : null}
      {subject.comments > 0 ? <Orders view={view} data={data} /> : null}
      {rows.length === 0 ? (
        unanswered ? (
          <Empty title={say.allAnswered}>{say.allAnsweredRule}</Empty>
        ) : (
          <Empty title={say.empty}>{say.emptyRule}</Empty>
        )
      ) : (
        <>
          <Threads view={view} slug={subject.slug} rows={rows} formKey={formKey} />
          <Steps
            view={view}
            back={newer ? page({ after: newer }) : undefined}
            on={older ? page({ before: older }) : undefined}
          />
        </>
      )}
    </>
  )
}

/** The newest, the oldest, or only what waits for an answer. */
function Orders({ view, data: { subject, sort, unanswered } }: Omit<Props, 'formKey'>) {
  const say = words[view.lang]
  const here = unanswered ? 'unanswered' : sort
  const items = [
    { key: 'newest', label: say.newest, query: {} },
    { key: 'oldest', label: say.oldest, query: { sort: 'oldest' } },
    { key: 'unanswered', label: say.filters.unanswered, query: { show: 'unanswered' } },
  ]
  return (
    <p class="mf-small">
      {say.show}:{' '}
      {items.map(({ key, label, query }, index) => (
        <>
          {index > 0 ? ' · ' : null}
          {key === here ? (
            <b>{label}</b>
          ) : (
            <a class="govuk-link" href={discussionPaths.record(subject.slug, subject.id, query)}>
              {label}
            </a>
          )}
        </>
      ))}
    </p>
  )
}

function WriteButton({ view, data: { subject, may } }: Omit<Props, 'formKey'>) {
  const say = words[view.lang]
  const href = discussionPaths.new(subject.slug, subject.id)
  return (
    <div class="mf-actions">
      {may === true || may.code === 'sign-in-first' ? (
        <ButtonLink href={href}>{say.write}</ButtonLink>
      ) : (
        <DisabledButton id="tulis-komentar" reason={may.text(view.lang)}>
          {say.write}
        </DisabledButton>
      )}
    </div>
  )
}

function FollowButtons({ view, data: { subject, following }, formKey }: Props) {
  const say = words[view.lang].acts
  const states: { state: FollowingState; label: string }[] =
    following === 'none'
      ? [
          { state: 'follow', label: say.follow },
          { state: 'mute', label: say.mute },
        ]
      : [{ state: 'none', label: following === 'follow' ? say.unfollow : say.unmute }]
  return (
    <div class="mf-acts mf-comment__acts">
      {following === 'none' ? null : <p class="mf-small">{following === 'follow' ? say.following : say.muted}</p>}
      {states.map(({ state, label }) => (
        <Form action={discussionPaths.following(subject.slug, subject.id)} formKey={formKey()} hidden={{ state }} bare>
          <SubmitButton secondary small>
            {label}
          </SubmitButton>
        </Form>
      ))}
    </div>
  )
}

export function Threads({
  view,
  slug,
  rows,
  formKey,
}: {
  view: View
  slug: string
  rows: Shown[]
  formKey: () => string
}) {
  const say = words[view.lang]
  return (
    <ul class="mf-comments">
      {rows.map((row) => (
        <CommentItem view={view} slug={slug} comment={row} formKey={formKey}>
          {row.shownReplies.length > 0 ? (
            <ul class="mf-comments mf-comments--replies" aria-label={say.replies(formatNumber(view.lang, row.replies))}>
              {row.shownReplies.map((reply) => (
                <CommentItem view={view} slug={slug} comment={reply} parent={row} formKey={formKey} />
              ))}
            </ul>
          ) : null}
          {row.replies > row.shownReplies.length ? (
            <p class="mf-small">
              <a class="govuk-link" href={discussionPaths.thread(slug, row.id)}>
                {say.allReplies(formatNumber(view.lang, row.replies))}
              </a>
            </p>
          ) : null}
        </CommentItem>
      ))}
    </ul>
  )
}

/** Back and on along a list that is walked from one row to the next. */
export function Steps({ view, back, on }: { view: View; back?: string; on?: string }) {
  const say = words[view.lang]
  if (!back && !on) return null
  return (
    <nav class="govuk-pagination" aria-label={say.pages}>
      {back ? (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={back} rel="prev">
            <span class="govuk-pagination__link-title">{say.previous}</span>
          </a>
        </div>
      ) : null}
      {on ? (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={on} rel="next">
            <span class="govuk-pagination__link-title">{say.next}</span>
          </a>
        </div>
      ) : null}
    </nav>
  )
}
