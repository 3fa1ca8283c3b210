import type { Actor } from '#kernel/access.ts'
import { ButtonLink, DisabledButton, SubmitButton } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { formatNumber } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { Brief, BriefComment } from '../brief.ts'
import { answersFor, commentKinds, mayWrite, speaksFor } from '../comment.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { authorOf, Body, Byline, QuestionTag } from './comment.tsx'

type Props = { view: View; brief: Brief; actor: Actor; formKey: string }

/** What the page of a record shows of its discussion: the newest, the way to the whole, and a form to write. */
export function DiscussionBrief({ view, brief, actor, formKey }: Props) {
  const say = words[view.lang]
  const { subject, newest, unanswered } = brief
  const writing = mayWrite(actor, subject)
  return (
    <>
      {newest.length === 0 ? (
        <p class="govuk-body">
          {say.empty} {say.emptyRule}
        </p>
      ) : (
        <ul class="mf-comments">
          {newest.map((comment) => (
            <Item view={view} brief={brief} comment={comment} actor={actor} writing={writing === true} />
          ))}
        </ul>
      )}
      {newest.length > 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={discussionPaths.record(subject.slug, subject.id)}>
            {say.wholeDiscussion(formatNumber(view.lang, subject.comments))}
          </a>
          {unanswered > 0 ? (
            <>
              {' · '}
              <a class="govuk-link" href={discussionPaths.record(subject.slug, subject.id, { show: 'unanswered' })}>
                {say.unanswered(formatNumber(view.lang, unanswered))}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
      {writing === true ? (
        <Details summary={say.write}>
          <WriteHere view={view} brief={brief} actor={actor} formKey={formKey} />
        </Details>
      ) : writing.code === 'sign-in-first' ? (
        <ButtonLink href={discussionPaths.new(subject.slug, subject.id)} secondary>
          {say.write}
        </ButtonLink>
      ) : (
        <DisabledButton id="tulis-komentar" reason={writing.text(view.lang)}>
          {say.write}
        </DisabledButton>
      )}
    </>
  )
}

function WriteHere({ view, brief: { subject }, actor, formKey }: Props) {
  const say = words[view.lang]
  const kinds = commentKinds.map((kind) => ({ value: kind, label: say.kinds[kind], hint: say.acts.kindHints[kind] }))
  return (
    <Form
      action={discussionPaths.new(subject.slug, subject.id)}
      formKey={formKey}
      id="diskusi"
      hidden={{ lang: view.lang }}
    >
      <TextArea name="body" label={say.acts.body} hint={say.acts.bodyHint} rows={4} maxLength={5000} />
      <RadioField name="kind" label={say.acts.kind} value="comment" options={kinds} />
      <p class="govuk-body mf-small">{speaksFor(actor, subject) ? say.acts.asMember : say.acts.asResident}</p>
      <SubmitButton>{say.acts.send}</SubmitButton>
    </Form>
  )
}

const briefLetters = 400

function Item({
  view,
  brief: { subject, owner },
  comment,
  actor,
  writing,
}: {
  view: View
  brief: Brief
  comment: BriefComment
  actor: Actor
  writing: boolean
}) {
  const say = words[view.lang]
  const { id, kind, lang, hidden, body, answered, day } = comment
  const answers = kind === 'question' && !answered && !comment.own && answersFor(actor, subject)
  const text = body && body.length > briefLetters ? `${body.slice(0, briefLetters)}…` : body
  const about = <span class="govuk-visually-hidden">: {authorOf(view, comment)}</span>
  return (
    <li class="mf-comment" id={`c-${id}`}>
      <p class="mf-comment__head">
        <Byline view={view} comment={comment} />{' '}
        {kind === 'question' && (answered || !hidden) ? (
          <QuestionTag view={view} answered={answered} owner={owner.name} day={day} />
        ) : null}
      </p>
      {hidden ? <div class="mf-stub">{say.hiddenStub}</div> : <Body lang={lang} text={text ?? ''} />}
      {comment.corrected && !hidden ? <p class="mf-small mf-muted">{say.corrected}</p> : null}
      <p class="mf-small">
        <a class="govuk-link" href={discussionPaths.thread(subject.slug, id)}>
          {comment.replies > 0 ? say.withReplies(formatNumber(view.lang, comment.replies)) : say.acts.open}
          {about}
        </a>
        {writing && !hidden ? (
          <>
            {' · '}
            <a class="govuk-link" href={discussionPaths.reply(subject.slug, id, answers ? { answer: 'yes' } : {})}>
              {answers ? say.acts.answerIt : say.acts.reply}
              {about}
            </a>
          </>
        ) : null}
      </p>
    </li>
  )
}
