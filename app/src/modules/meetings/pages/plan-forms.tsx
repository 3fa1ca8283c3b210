import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { CheckboxField, CheckboxFields, RadioField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import type { View } from '#ui/view.ts'
import { cadences } from '../cadence.ts'
import { titleIn } from '../meeting.ts'
import { meetingPaths } from '../paths.ts'
import type { PlanData, SeriesData } from '../read-pages.ts'
import { words } from '../words.ts'
import { zoneNames, zones } from '../zone.ts'

type Props = { view: View; form: FormProps; data: PlanData }

export function PlanMeetingPage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <ProgrammeForm view={view} form={form} data={data} title={say.plan} lead={say.form.planLead}>
      <PlanFields view={view} form={form} data={data} day={say.form.day} />
    </ProgrammeForm>
  )
}

export function StartSeriesPage({ view, form, data }: Props) {
  const say = words[view.lang]
  const agreed = data.agreed ? `${say.agreed(say.cadences[data.agreed])} ` : ''
  return (
    <ProgrammeForm view={view} form={form} data={data} title={say.startSeries} lead={`${agreed}${say.form.seriesLead}`}>
      <RadioField
        {...field(form.state, 'cadence')}
        label={say.form.cadence}
        options={cadences.map((value) => ({ value, label: say.cadences[value] }))}
      />
      <NumberField {...field(form.state, 'count')} label={say.form.count} hint={say.form.countHint} width={3} />
      <PlanFields view={view} form={form} data={data} day={say.form.firstDay} dayHint={say.form.firstDayHint} />
    </ProgrammeForm>
  )
}

function PlanFields({ view, form, data, day, dayHint }: Props & { day: string; dayHint?: string }) {
  const say = words[view.lang].form
  const { state } = form
  const opening = data.publishable ? undefined : say.notPublishable
  return (
    <>
      <TextField {...field(state, 'title')} label={say.title} />
      <TextField {...field(state, 'titleEn')} label={say.titleEn} optional />
      <DateField {...field(state, 'day')} label={day} hint={dayHint} min={view.today} />
      <TextField {...field(state, 'clock')} label={say.clock} hint={say.clockHint} width={5} inputmode="decimal" />
      <RadioField
        {...field(state, 'zone')}
        label={say.zone}
        inline
        options={zones.map((value) => ({ value, label: zoneNames[value] }))}
      />
      <NumberField {...field(state, 'minutes')} label={say.minutes} width={4} />
      <TextField {...field(state, 'place')} label={say.place} hint={say.placeHint} optional />
      <TextField {...field(state, 'link')} label={say.link} hint={say.linkHint} type="url" inputmode="url" optional />
      <CheckboxFields
        {...choices(state, 'required')}
        label={say.required}
        options={data.parties.map(({ organisationId, name }) => ({ value: organisationId, label: name }))}
        optional
      />
      <CheckboxField {...field(state, 'heads')} label={say.heads} checked={Boolean(state.values.heads)} value="yes" />
      <RadioField
        {...field(state, 'class')}
        label={say.openTo}
        hint={opening}
        options={(['public', 'members'] as const).map((value) => ({ value, label: say.classes[value] }))}
      />
    </>
  )
}

type SeriesProps = { view: View; form: FormProps; data: SeriesData }

export function ExtendSeriesPage({ view, form, data }: SeriesProps) {
  const say = words[view.lang]
  const title = `${say.extend}: ${titleIn(view.lang, data.series).text}`
  return (
    <ProgrammeForm view={view} form={form} data={data} title={title} lead={say.form.extendLead}>
      <NumberField {...field(form.state, 'count')} label={say.form.count} hint={say.form.countHint} width={3} />
    </ProgrammeForm>
  )
}

export function EndSeriesPage({ view, form, data }: SeriesProps) {
  const say = words[view.lang]
  const title = `${say.endIt}: ${titleIn(view.lang, data.series).text}`
  return <ProgrammeForm view={view} form={form} data={data} title={title} lead={say.form.endLead} submit={say.endIt} />
}

type FrameProps = {
  view: View
  form: FormProps
  data: Pick<PlanData, 'programme'>
  title: string
  lead: string
  submit?: string
  children?: Child
}

function ProgrammeForm({ view, form, data, title, lead, submit, children }: FrameProps) {
  const say = words[view.lang]
  const list = { href: meetingPaths.list(data.programme.slug), label: say.meetings }
  return (
    <FormPage
      view={view}
      title={title}
      lead={lead}
      state={form.state}
      submit={submit ?? say.form.save}
      action={form.action}
      formKey={form.key}
      version={form.version}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, data.programme, list)}
      example={data.programme.example ?? undefined}
    >
      {children}
    </FormPage>
  )
}

/** Why something is changed, in the words of whoever changes it. */
export function ReasonField({ view, form }: { view: View; form: FormProps }) {
  const say = words[view.lang].form
  return (
    <TextArea {...field(form.state, 'reason')} label={say.reason} hint={say.reasonHint} maxLength={1000} rows={3} />
  )
}
