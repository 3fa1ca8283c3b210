import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { type CommentFacts, mayContest, mayCorrect, mayEdit, mayHide, mayReply, mayRule } from './comment.ts'
import { type ActData, loadAct } from './loads.ts'
import { contestHiding } from './operations/contest-hiding.ts'
import { correctComment } from './operations/correct-comment.ts'
import { editComment } from './operations/edit-comment.ts'
import { hideComment } from './operations/hide-comment.ts'
import { markAnswer } from './operations/mark-answer.ts'
import { replyToComment } from './operations/reply-to-comment.ts'
import { ruleOnHiding } from './operations/rule-on-hiding.ts'
import { HideForm, ObjectionForm, RulingForm } from './pages/moderation-forms.tsx'
import { CorrectionForm, EditForm, ReplyForm } from './pages/writing-forms.tsx'
import { discussionPaths } from './paths.ts'

type Rule = (actor: Actor, comment: CommentFacts, now: Date) => Verdict

/** Everything that is done about one comment. */
export function commentRoutes(site: Site, readers: SubjectReader[]): void {
  const about = (path: string, may: Rule) => ({
    path,
    tag: 'discussions',
    params: ({ slug, id }: Record<string, string>) => ({ slug, id }),
    load: (tx: ReadTx, request: PageRequest) => loadAct(tx, request, readers),
    may: (actor: Actor, data: ActData, { now }: PageRequest) => may(actor, data.comment, now),
    then: ({ slug, thread, id }: { slug: string; thread: string; id: string }) =>
      discussionPaths.comment(slug, thread, id),
  })
  mountForm(site, replyToComment, {
    ...about(discussionPaths.reply(':slug', ':id'), mayReply),
    initial: (_data, { lang, query }) => ({
      lang,
      quote: query.quote ? 'yes' : '',
      answers: query.answer ? 'yes' : '',
    }),
    render: (data, form, view, { actor }) => <ReplyForm view={view} form={form} data={data} actor={actor} />,
  })
  mountForm(site, editComment, {
    ...about(discussionPaths.edit(':slug', ':id'), mayEdit),
    initial: ({ shown }) => ({ body: shown.body ?? '' }),
    render: (data, form, view, { actor }) => <EditForm view={view} form={form} data={data} actor={actor} />,
  })
  mountForm(site, correctComment, {
    ...about(discussionPaths.correction(':slug', ':id'), mayCorrect),
    render: (data, form, view, { actor }) => <CorrectionForm view={view} form={form} data={data} actor={actor} />,
  })
  mountForm(site, hideComment, {
    ...about(discussionPaths.hiding(':slug', ':id'), mayHide),
    render: (data, form, view) => <HideForm view={view} form={form} data={data} />,
  })
  mountForm(site, contestHiding, {
    ...about(discussionPaths.objection(':slug', ':id'), mayContest),
    render: (data, form, view) => <ObjectionForm view={view} form={form} data={data} />,
  })
  mountForm(site, ruleOnHiding, {
    ...about(discussionPaths.ruling(':slug', ':id'), mayRule),
    render: (data, form, view) => <RulingForm view={view} form={form} data={data} />,
  })
  mountForm(site, markAnswer, {
    path: discussionPaths.answer(':slug', ':id'),
    tag: 'discussions',
    params: ({ slug, id }) => ({ slug, id }),
    then: ({ slug, thread, id }) => discussionPaths.comment(slug, thread, id),
  })
}
