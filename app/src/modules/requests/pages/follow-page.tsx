import type { FormProps } from '#kernel/web/form.tsx'
import { Acts } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { Rows } from '#ui/facts.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Num, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { FollowData } from '../loads.ts'
import { type OwnAct, requestPaths } from '../paths.ts'
import { codeOf, objectionGrounds } from '../request.ts'
import { words } from '../words.ts'
import { CalendarNote, Texts } from './parts.tsx'
import { Happened, RequestFacts } from './request-part.tsx'

/** The receipt, and the page where the requester follows the request without an account. */
export function FollowPage({ view, data, link }: { view: View; data: FollowData; link: string }) {
  const say = words[view.lang]
  const { facts, acts, token } = data
  const open = acts.map(({ act, verdict }) => ({
    id: `a-${act}`,
    href: requestPaths.ownAct(token, act),
    label: say.own[act].title,
    verdict,
  }))
  return (
    <Page view={view} title={say.follow.title(codeOf(facts))} breadcrumbs={crumbs(view)}>
      <h1 class="govuk-heading-xl">{say.follow.title(codeOf(facts))}</h1>
      <Notice kind="note" text={say.follow.receiptText} />
      <Rows
        items={[
          { label: say.follow.number, value: <Num>{codeOf(facts)}</Num> },
          { label: say.follow.secret, value: <code class="mf-mono">{link}</code> },
          ...(facts.objectBy ? [{ label: say.follow.objectBy, value: <Time at={facts.objectBy} /> }] : []),
          ...(facts.disputeBy ? [{ label: say.follow.disputeBy, value: <Time at={facts.disputeBy} /> }] : []),
        ]}
      />
      {open.length > 0 ? (
        <Section id="h-langkah" title={say.follow.next}>
          <Acts view={view} acts={open} />
        </Section>
      ) : null}
      <Section id="h-ditulis" title={say.one.private} intro={say.one.privateNote}>
        <Texts texts={data.private?.texts ?? []} lang={facts.lang} view={view} />
        <p class="govuk-body">
          <a class="govuk-link" href={requestPaths.erasure(token)}>
            {say.follow.erasure}
          </a>
        </p>
      </Section>
      <Section id="h-register" title={say.follow.inRegister}>
        <RequestFacts view={view} data={data} />
      </Section>
      <Section id="h-riwayat" title={say.one.history}>
        <Happened view={view} data={data} />
      </Section>
      <CalendarNote version={facts.calendar_version} view={view} />
    </Page>
  )
}

function crumbs(view: View) {
  return [{ href: requestPaths.register(), label: words[view.lang].register.title }]
}

export function OwnActPage({ view, data, form, act }: { view: View; data: FollowData; form: FormProps; act: OwnAct }) {
  const all = words[view.lang]
  const say = all.own[act]
  const back = { href: requestPaths.follow(data.token), label: all.field.cancel }
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={say.lead}
      state={form.state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      breadcrumbs={crumbs(view)}
      cancel={back}
    >
      {act === 'reply' ? <ReplyFields view={view} data={data} form={form} /> : null}
      {act === 'objection' ? (
        <>
          <RadioField
            {...field(form.state, 'ground')}
            label={all.field.objectionGround}
            options={objectionGrounds.map((value) => ({ value, label: all.objectionGround[value] }))}
          />
          <TextArea {...field(form.state, 'reason')} label={all.field.reason} maxLength={4000} />
        </>
      ) : null}
    </FormPage>
  )
}

function ReplyFields({ view, data, form }: { view: View; data: FollowData; form: FormProps }) {
  const asked = data.private?.texts.filter((one) => one.kind === 'question').slice(-1) ?? []
  return (
    <>
      <Texts texts={asked} lang={data.facts.lang} view={view} />
      <TextArea {...field(form.state, 'reply')} label={words[view.lang].field.reply} maxLength={4000} />
    </>
  )
}

export function FindPage({ view, state, formKey }: { view: View; state: FormState; formKey: string }) {
  const say = words[view.lang].follow
  return (
    <FormPage
      view={view}
      title={say.findTitle}
      lead={say.findLead}
      state={state}
      submit={say.findSubmit}
      action={requestPaths.find()}
      formKey={formKey}
      breadcrumbs={crumbs(view)}
    >
      <TextField {...field(state, 'link')} label={say.findField} autocomplete="off" spellcheck={false} />
    </FormPage>
  )
}
