import { ButtonLink, SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Form } from '#ui/form.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { daysBetween, formatList, formatNumber, isoDay } from '#ui/language.ts'
import { Tag } from '#ui/tag.tsx'
import { ActTime, ExternalLink, Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Comment } from '../comment.ts'
import type { Shown } from '../loads.ts'
import { discussionPaths } from '../paths.ts'
import { paragraphsOf, piecesOf } from '../plain-text.ts'
import { words } from '../words.ts'

type Props = {
  view: View
  slug: string
  comment: Shown
  /** The question that this replies to, if any. */
  parent?: Comment
  formKey: () => string
  /** What stands above it, such as which record it is about. */
  above?: Child
  /** What stands below it, such as its replies. */
  children?: Child
}

/** One comment, or the stub of a hidden one, with what this reader may do. */
export function CommentItem({ view, slug, comment, parent, formKey, above, children }: Props) {
  return (
    <li class="mf-comment" id={`c-${comment.id}`}>
      {above}
      <CommentHead view={view} comment={comment} parent={parent} />
      {comment.quoted ? <Quote view={view} quoted={comment.quoted} /> : null}
      {comment.hidden ? (
        <HiddenStub view={view} comment={comment} />
      ) : (
        <Body lang={comment.lang} text={comment.body ?? ''} />
      )}
      <Below view={view} comment={comment} />
      <CommentButtons view={view} slug={slug} comment={comment} parent={parent} formKey={formKey} />
      {children}
    </li>
  )
}

type Written = Pick<Comment, 'author' | 'organisation' | 'organisation_lang' | 'own' | 'at' | 'lang'>

/** Who wrote it, as far as the reader is told: the person, else the party, else a resident. */
export function authorOf({ lang }: View, { author, organisation, own }: Omit<Written, 'at' | 'lang'>): string {
  const say = words[lang]
  if (author) return author
  if (organisation) return say.memberOf(organisation)
  return own ? say.youAsResident : say.resident
}

/** Who, for which party, when. */
export function Byline({ view, comment }: { view: View; comment: Written }) {
  const say = words[view.lang]
  const { author, organisation, organisation_lang } = comment
  return (
    <>
      <b>{authorOf(view, comment)}</b>
      {author && organisation ? (
        <>
          {', '}
          <Recorded lang={organisation_lang ?? undefined}>{organisation}</Recorded>
        </>
      ) : null}{' '}
      <span class="mf-small mf-muted">
        <ActTime at={comment.at} />
        {comment.lang === view.lang ? '' : ` · ${say.languages[comment.lang]}`}
      </span>
    </>
  )
}

function CommentHead({ view, comment, parent }: Pick<Props, 'view' | 'comment' | 'parent'>) {
  const say = words[view.lang]
  return (
    <p class="mf-comment__head">
      <Byline view={view} comment={comment} />{' '}
      {comment.kind === 'question' && (comment.answered || !comment.hidden) ? (
        <QuestionTag
          view={view}
          answered={comment.answered !== null}
          owner={comment.owner.name}
          day={isoDay(comment.created_at)}
        />
      ) : null}
      {parent?.answered?.answer_id === comment.id ? (
        <Tag sign="check" tone="green">
          {say.isAnswer}
        </Tag>
      ) : null}
    </p>
  )
}

/** The owner's duty to answer, in days. */
export function QuestionTag({
  view,
  answered,
  owner,
  day,
}: {
  view: View
  answered: boolean
  owner: string
  day: string
}) {
  const say = words[view.lang]
  if (answered)
    return (
      <Tag sign="check" tone="green">
        {say.answeredTag}
      </Tag>
    )
  const days = daysBetween(day, view.today)
  return (
    <Tag sign="pause" tone="orange">
      {days === 0 ? say.waitingToday(owner) : say.waiting(owner, formatNumber(view.lang, days))}
    </Tag>
  )
}

/** Text as it was typed: nothing in it is markup, web addresses become links that search engines do not follow. */
export function Body({ lang, text }: { lang: string; text: string }) {
  return (
    <Recorded as="div" class="mf-comment__body" lang={lang}>
      {paragraphsOf(text).map((lines) => (
        <p class="govuk-body">
          {lines.map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {piecesOf(line).map((piece) => ('href' in piece ? <ExternalLink href={piece.href} /> : piece.text))}
            </>
          ))}
        </p>
      ))}
    </Recorded>
  )
}

const quotedLetters = 300

function Quote({ view, quoted }: { view: View; quoted: Comment }) {
  const say = words[view.lang]
  if (quoted.hidden || !quoted.body) return <p class="mf-small mf-muted">{say.quoteHidden}</p>
  const text = quoted.body.length > quotedLetters ? `${quoted.body.slice(0, quotedLetters)}…` : quoted.body
  return (
    <blockquote class="mf-comment__quote">
      <p class="mf-small mf-muted">{say.quoteOf(authorOf(view, quoted))}</p>
      <Recorded as="p" class="mf-small" lang={quoted.lang}>
        {text}
      </Recorded>
    </blockquote>
  )
}

function HiddenStub({ view, comment }: Pick<Props, 'view' | 'comment'>) {
  const say = words[view.lang]
  const act = (name: string) => comment.moderation.find((one) => one.act === name)
  const [hide, contest, upheld] = [act('hide'), act('contest'), act('uphold')]
  return (
    <div class="mf-stub">
      <p>
        <b>{say.hiddenStub}</b> {hide ? say.hiddenBecause(hide.reason, hide.by ?? say.someone) : null}
      </p>
      {contest && !upheld ? <p class="mf-small">{say.contested}</p> : null}
      {upheld ? <p class="mf-small">{say.upheld(upheld.reason, upheld.by ?? say.someone)}</p> : null}
      {comment.body ? (
        <Details summary={say.original}>
          <Body lang={comment.lang} text={comment.body} />
        </Details>
      ) : null}
    </div>
  )
}

function Below({ view, comment }: Pick<Props, 'view' | 'comment'>) {
  const say = words[view.lang]
  const restored = comment.moderation.find((one) => one.act === 'restore')
  return (
    <>
      {comment.hidden
        ? null
        : comment.corrections.map((one) => (
            <div class="mf-comment__correction">
              <p class="mf-small mf-muted">
                <b>{say.correction}</b> <ActTime at={one.at} />
              </p>
              <Body lang={comment.lang} text={one.body} />
            </div>
          ))}
      {comment.mentioned.length > 0 && !comment.hidden ? (
        <p class="mf-small mf-muted">
          {say.mentions} {mentionedIn(view, comment)}
        </p>
      ) : null}
      {comment.edits > 0 && !comment.hidden ? (
        <p class="mf-small mf-muted">{say.edited(formatNumber(view.lang, comment.edits))}</p>
      ) : null}
      {restored ? <p class="mf-small mf-muted">{say.restored(restored.reason, restored.by ?? say.someone)}</p> : null}
    </>
  )
}

/** Those whose names the reader is not told are counted. */
function mentionedIn({ lang }: View, { mentioned }: Comment): string {
  const named = mentioned.filter((name) => name !== null)
  const others = mentioned.length - named.length
  return formatList(
    lang,
    others > 0 ? [...named, words[lang].others(formatNumber(lang, others), named.length > 0)] : named,
  )
}

function CommentButtons({ view, slug, comment, parent, formKey }: Props) {
  const say = words[view.lang].acts
  const { acts } = comment
  const about = authorOf(view, comment)
  const links: { href: string; label: string; open: boolean }[] = [
    {
      href: discussionPaths.reply(slug, comment.id, { answer: 'yes' }),
      label: say.answerIt,
      open: acts.answers,
    },
    {
      href: discussionPaths.reply(slug, comment.id, comment.parent_id ? { quote: 'yes' } : {}),
      label: comment.parent_id ? say.quote : say.reply,
      open: acts.reply,
    },
    { href: discussionPaths.edit(slug, comment.id), label: say.edit, open: acts.edit },
    { href: discussionPaths.correction(slug, comment.id), label: say.correct, open: acts.correct },
    { href: discussionPaths.hiding(slug, comment.id), label: say.hide, open: acts.hide },
    { href: discussionPaths.objection(slug, comment.id), label: say.contest, open: acts.contest },
    { href: discussionPaths.ruling(slug, comment.id), label: say.rule, open: acts.rule },
  ]
  const open = links.filter((link) => link.open)
  if (open.length === 0 && !acts.answer) return null
  return (
    <div class="mf-acts mf-comment__acts">
      {open.map(({ href, label }) => (
        <ButtonLink href={href} secondary small about={about}>
          {label}
        </ButtonLink>
      ))}
      {acts.answer && parent ? (
        <Form action={discussionPaths.answer(slug, parent.id)} formKey={formKey()} hidden={{ answer: comment.id }} bare>
          <SubmitButton secondary small about={about}>
            {say.markAnswer}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  )
}
