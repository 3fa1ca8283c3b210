import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import type { Party } from '#modules/programmes/public.ts'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { linkedTitle } from '../links.ts'
import { itemKinds, manners, results, titleIn } from '../meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { AnswerData, ConcludeData, MeetingHead, MeetingRecord, MinutesFormData } from '../read-pages.ts'
import { words } from '../words.ts'
import { When } from './parts.tsx'
import { ReasonField } from './plan-forms.tsx'

type Props<D = MeetingHead> = { view: View; form: FormProps; data: D }

type FrameProps = Props & { title: string; lead: Child; submit?: string; children?: Child }

/** The frame that every form about one meeting shares. */
function MeetingForm({ view, form, data, title, lead, submit, children }: FrameProps) {
  const say = words[view.lang]
  const { programme, meeting } = data
  const crumbs = [
    { href: meetingPaths.list(programme.slug), label: say.meetings },
    { href: meetingPaths.one(meeting.id), label: titleIn(view.lang, meeting).text },
  ]
  return (
    <FormPage
      view={view}
      title={title}
      lead={
        <>
          <When meeting={meeting} />. {lead}
        </>
      }
      state={form.state}
      submit={submit ?? say.form.save}
      action={form.action}
      formKey={form.key}
      version={form.version}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, programme, ...crumbs)}
      example={programme.example ?? undefined}
    >
      {children}
    </FormPage>
  )
}

export function MoveMeetingPage(props: Props) {
  const { view, form } = props
  const say = words[view.lang]
  const { state } = form
  return (
    <MeetingForm {...props} title={say.move} lead={say.form.moveLead}>
      <DateField {...field(state, 'day')} label={say.form.day} min={view.today} />
      <TextField
        {...field(state, 'clock')}
        label={say.form.clock}
        hint={say.form.clockHint}
        width={5}
        inputmode="decimal"
      />
      <TextField {...field(state, 'place')} label={say.form.place} hint={say.form.placeHint} optional />
      <ReasonField view={view} form={form} />
    </MeetingForm>
  )
}

export function CancelMeetingPage(props: Props) {
  const say = words[props.view.lang]
  return (
    <MeetingForm {...props} title={say.cancel} lead={say.form.cancelLead} submit={say.cancel}>
      <ReasonField view={props.view} form={props.form} />
    </MeetingForm>
  )
}

export function BringItemPage(props: Props<AnswerData>) {
  const { view, form, data } = props
  const say = words[view.lang]
  const { state } = form
  return (
    <MeetingForm {...props} title={say.bring} lead={say.form.bringLead}>
      <PartyField view={view} form={form} parties={data.parties} label={say.form.party} />
      <RadioField
        {...field(state, 'kind')}
        label={say.form.kind}
        options={itemKinds.map((value) => ({ value, label: say.kinds[value], hint: say.form.kindHints[value] }))}
      />
      <TextField {...field(state, 'title')} label={say.form.itemTitle} />
      <TextArea {...field(state, 'body')} label={say.form.body} maxLength={4000} optional />
    </MeetingForm>
  )
}

export function AnswerPage(props: Props<AnswerData>) {
  const { view, form, data } = props
  const say = words[view.lang]
  const { state } = form
  const people = data.seated.map(({ person_id, name }) => ({ value: person_id, label: name }))
  const own = [...new Map(people.map((one) => [one.value, one])).values()]
  return (
    <MeetingForm {...props} title={say.answerIt} lead={say.form.answerLead}>
      <PartyField view={view} form={form} parties={data.parties} label={say.form.whichParty} />
      <RadioField
        {...field(state, 'manner')}
        label={say.form.how}
        options={manners.filter((one) => one !== 'absent').map((value) => ({ value, label: say.manners[value] }))}
      />
      <SelectField {...field(state, 'person')} label={say.form.who} options={own} optional />
      <SelectField
        {...field(state, 'delegateOf')}
        label={say.form.delegateOf}
        hint={say.form.delegateHint}
        options={own}
        optional
      />
    </MeetingForm>
  )
}

function PartyField({ view, form, parties, label }: { view: View; form: FormProps; parties: Party[]; label: string }) {
  const options = parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))
  if (options.length === 0) return <p class="govuk-body">{words[view.lang].refusal['members-only']}</p>
  return <SelectField {...field(form.state, 'party')} label={label} options={options} blank={null} />
}

export function AttendancePage(props: Props<MeetingRecord>) {
  const { view, form, data } = props
  const say = words[view.lang]
  const said = choices(form.state, 'attendance').values
  return (
    <MeetingForm {...props} title={say.attendance} lead={say.form.attendanceLead}>
      {data.attendance.map((party, index) => (
        <SelectField
          id={index === 0 ? 'f-attendance' : `f-attendance-${index}`}
          name="attendance"
          label={party.required ? say.form.required1(party.name) : party.name}
          error={index === 0 ? form.state.errors.attendance : undefined}
          value={said.find((one) => one.startsWith(`${party.organisationId}=`))}
          options={manners.map((manner) => ({
            value: `${party.organisationId}=${manner}`,
            label: say.manners[manner],
          }))}
          optional={!party.required}
        />
      ))}
    </MeetingForm>
  )
}

export function ConcludePage(props: Props<ConcludeData>) {
  const { view, form, data } = props
  const say = words[view.lang]
  const { state } = form
  const named = (list: ConcludeData['tasks']) =>
    list.map((one) => ({ value: one.id, label: linkedTitle(one, view.lang).text }))
  return (
    <MeetingForm {...props} title={data.item.title} lead={say.form.concludeLead}>
      <RadioField
        {...field(state, 'result')}
        label={say.form.result}
        options={results.map((value) => ({ value, label: say.results[value] }))}
      />
      <TextArea {...field(state, 'text')} label={say.form.text} hint={say.form.textHint} maxLength={4000} optional />
      <SelectField
        {...field(state, 'task')}
        label={say.form.task}
        hint={<Elsewhere href={data.newTask} label={say.form.newTask} then={say.form.newTaskThen} />}
        options={named(data.tasks)}
        optional
      />
      {data.decisions.length > 0 || data.raiseDecision ? (
        <SelectField
          {...field(state, 'decision')}
          label={say.form.decision}
          hint={<Elsewhere href={data.raiseDecision} label={say.form.raise} then={say.form.raiseThen} />}
          options={named(data.decisions)}
          optional
        />
      ) : null}
    </MeetingForm>
  )
}

function Elsewhere({ href, label, then }: { href: string | undefined; label: string; then: string }) {
  if (!href) return null
  return (
    <>
      <a class="govuk-link" href={href}>
        {label}
      </a>
      , {then}
    </>
  )
}

export function WriteMinutesPage(props: Props<MinutesFormData>) {
  const { view, form, data } = props
  const say = words[view.lang]
  const { state } = form
  return (
    <MeetingForm {...props} title={data.newest ? say.editIt : say.writeIt} lead={say.form.minutesLead}>
      {form.changes.length > 0 ? <Overtaken {...props} /> : null}
      <TextArea
        {...field(state, 'body')}
        label={say.form.minutesBody}
        hint={say.form.minutesHint}
        rows={18}
        maxLength={20_000}
      />
      {data.confirmed ? (
        <TextArea
          {...field(state, 'because')}
          label={say.form.because}
          rows={3}
          maxLength={1000}
          optional={data.newest?.status === 'draft'}
        />
      ) : null}
    </MeetingForm>
  )
}

/** What somebody else saved meanwhile, in full, so that nothing is lost by hand. */
function Overtaken({ view, form, data }: Props<MinutesFormData>) {
  const say = words[view.lang]
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">{say.form.overtaken}</p>
      <ul class="govuk-list">
        {form.changes.map((change) => (
          <li>
            <Time at={change.at} clock /> · {say.events[change.event as keyof typeof say.events] ?? change.event}
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{say.form.theirs}</h2>
      <p class="govuk-body">{data.newest?.body}</p>
    </div>
  )
}

export function ConfirmMinutesPage(props: Props<MinutesFormData>) {
  const say = words[props.view.lang]
  return (
    <MeetingForm {...props} title={say.confirmIt} lead={say.form.confirmLead} submit={say.confirmIt}>
      <div class="govuk-inset-text">
        <p class="govuk-body">{props.data.newest?.body}</p>
      </div>
    </MeetingForm>
  )
}
