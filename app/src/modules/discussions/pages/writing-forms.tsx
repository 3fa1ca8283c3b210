import type { Actor } from '#kernel/access.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { CheckboxField, CheckboxFields, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, type FormState, field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import { type Comment, commentKinds, mayAnswer, type Subject, speaksFor } from '../comment.ts'
import type { ActData, WriteData } from '../loads.ts'
import { findMentions, type Mentionable } from '../mention.ts'
import { discussionPaths } from '../paths.ts'
import { words } from '../words.ts'
import { Body, Byline } from './comment.tsx'

type Props<D> = { view: View; form: FormProps; data: D; actor: Actor }

export function WriteForm({ view, form, data, actor }: Props<WriteData>) {
  const say = words[view.lang]
  const { programme, subject, place, seated } = data
  const kinds = commentKinds.map((kind) => ({ value: kind, label: say.kinds[kind], hint: say.acts.kindHints[kind] }))
  return (
    <FormPage
      view={view}
      title={say.write}
      lead={<AboutLine view={view} place={place} />}
      state={form.state}
      submit={say.acts.send}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, {
        href: discussionPaths.record(programme.slug, subject.id),
        label: say.title,
      })}
      example={programme.example ?? undefined}
      cancel={{ href: place.href, label: title(view, place) }}
    >
      <RadioField {...field(form.state, 'kind')} label={say.acts.kind} options={kinds} />
      <Wording view={view} state={form.state} seated={seated} subject={subject} actor={actor} />
    </FormPage>
  )
}

export function ReplyForm({ view, form, data, actor }: Props<ActData>) {
  const say = words[view.lang]
  const { comment, seated, shown } = data
  const asked = comment.kind === 'question' && !shown.answered
  return (
    <CommentFormPage
      view={view}
      form={form}
      data={data}
      title={asked ? say.acts.answerTitle : say.acts.replyTitle}
      submit={say.acts.send}
    >
      <Said view={view} comment={shown} />
      {comment.parent_id ? null : (
        <CheckboxField
          {...field(form.state, 'quote')}
          label={say.acts.quoteIt}
          checked={Boolean(form.state.values.quote)}
          value="yes"
        />
      )}
      {asked && mayAnswer(actor, comment) === true ? (
        <CheckboxField
          {...field(form.state, 'answers')}
          label={say.acts.answersIt}
          checked={Boolean(form.state.values.answers)}
          value="yes"
        />
      ) : null}
      <Wording view={view} state={form.state} seated={seated} subject={comment.subject} actor={actor} />
    </CommentFormPage>
  )
}

export function EditForm({ view, form, data }: Props<ActData>) {
  const say = words[view.lang].acts
  return (
    <CommentFormPage
      view={view}
      form={form}
      data={data}
      title={say.editTitle}
      lead={say.editLead}
      submit={say.saveEdit}
    >
      <TextArea {...field(form.state, 'body')} label={say.body} hint={say.bodyHint} rows={8} maxLength={5000} />
      <WhoIsMeant view={view} state={form.state} seated={data.seated} />
    </CommentFormPage>
  )
}

export function CorrectionForm({ view, form, data }: Props<ActData>) {
  const say = words[view.lang].acts
  return (
    <CommentFormPage
      view={view}
      form={form}
      data={data}
      title={say.correctTitle}
      lead={say.correctLead}
      submit={say.correct}
    >
      <Said view={view} comment={data.shown} />
      <TextArea {...field(form.state, 'body')} label={words[view.lang].correction} maxLength={5000} />
    </CommentFormPage>
  )
}

type WordingProps = { view: View; state: FormState; seated: Mentionable[]; subject: Subject; actor: Actor }

function Wording({ view, state, seated, subject, actor }: WordingProps) {
  const say = words[view.lang]
  const languages = (['id', 'en'] as const).map((value) => ({ value, label: say.languages[value] }))
  return (
    <>
      <TextArea {...field(state, 'body')} label={say.acts.body} hint={say.acts.bodyHint} rows={8} maxLength={5000} />
      <WhoIsMeant view={view} state={state} seated={seated} />
      <Details summary={say.acts.further}>
        {namesAsked(state, seated).length > 0 ? null : (
          <SelectField
            {...field(state, 'mention')}
            label={say.acts.mention}
            hint={say.acts.mentionHint}
            options={seated.map(option)}
            blank={say.acts.nobody}
            optional
          />
        )}
        <SelectField {...field(state, 'lang')} label={say.language} options={languages} blank={null} />
      </Details>
      <p class="govuk-body mf-small">{speaksFor(actor, subject) ? say.acts.asMember : say.acts.asResident}</p>
    </>
  )
}

/** Only after a name was typed that several people bear. */
function WhoIsMeant({ view, state, seated }: Pick<WordingProps, 'view' | 'state' | 'seated'>) {
  const asked = namesAsked(state, seated)
  if (asked.length === 0) return null
  return (
    <CheckboxFields
      {...choices(state, 'mention')}
      label={words[view.lang].acts.whoIsMeant}
      options={asked.map(option)}
    />
  )
}

function namesAsked(state: FormState, seated: Mentionable[]): Mentionable[] {
  if (!state.errors.mention) return []
  const { ambiguous } = findMentions(String(state.values.body ?? ''), seated)
  return [...new Set(ambiguous.flatMap((one) => one.candidates))]
}

const option = (person: Mentionable) => ({ value: person.id, label: `${person.name}, ${person.organisation}` })

type PageProps = {
  view: View
  form: FormProps
  data: ActData
  title: string
  lead?: string
  submit: string
  children?: Child
}

/** A form about one comment: where it stands, the way back. */
export function CommentFormPage({ view, form, data, title: heading, lead, submit, children }: PageProps) {
  const { programme, comment } = data
  const thread = discussionPaths.thread(programme.slug, comment.parent_id ?? comment.id)
  return (
    <FormPage
      view={view}
      title={heading}
      lead={lead}
      state={form.state}
      submit={submit}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, programme, { href: thread, label: words[view.lang].thread })}
      example={programme.example ?? undefined}
    >
      {children}
    </FormPage>
  )
}

/** The comment that the form is about, as it stands. */
export function Said({ view, comment }: { view: View; comment: Comment }) {
  const say = words[view.lang]
  return (
    <blockquote class="mf-comment__quote">
      <p class="mf-small mf-muted">
        <Byline view={view} comment={comment} />
      </p>
      {comment.body ? <Body lang={comment.lang} text={comment.body} /> : <p class="govuk-body">{say.hiddenStub}</p>}
    </blockquote>
  )
}

function title(view: View, place: WriteData['place']): string {
  return view.lang === 'en' && place.title_en ? place.title_en : place.title
}

function AboutLine({ view, place }: { view: View; place: WriteData['place'] }) {
  return (
    <>
      {words[view.lang].aboutRecord}: {title(view, place)}
    </>
  )
}
