import type { FormProps } from '#kernel/web/form.tsx'
import { BelowProgramme, trail } from '#modules/programmes/pages/below-programme.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { RecordList } from '#ui/card.tsx'
import { CheckboxFields, SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import { History } from '#ui/history.tsx'
import { formatDateTime, formatNumber, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type Breach, breachActs, clockOf, dataKinds } from '../breach.ts'
import type { BreachData, BreachesData } from '../loads-breaches.ts'
import { breachPaths as paths } from '../paths.ts'
import { breachWords } from '../words-breaches.ts'

export function BreachesPage({ view, data }: { view: View; data: BreachesData }) {
  const { lang } = view
  const say = breachWords[lang]
  const { programme, rows, now } = data
  return (
    <BelowProgramme view={view} programme={programme} title={say.title} lead={say.lead}>
      {data.may === true ? <ButtonLink href={paths.new(programme.slug)}>{say.register}</ButtonLink> : null}
      {rows.length === 0 ? (
        <Empty title={say.none}>{say.noneRule}</Empty>
      ) : (
        <RecordList
          level={2}
          items={rows.map((one) => ({
            href: paths.one(programme.slug, one.id),
            title: one.data_kinds.map((kind) => kindName(kind, lang)).join(', '),
            lines: [
              one.owner,
              `${say.discovered} ${formatDateTime(lang, one.discovered_at)}`,
              clockText(one, now, lang),
            ],
          }))}
        />
      )}
    </BelowProgramme>
  )
}

export function BreachPage({ view, data }: { view: View; data: BreachData }) {
  const { lang } = view
  const say = breachWords[lang]
  const { programme, breach, now } = data
  const clock = clockOf(breach, now)
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.one}
      crumbs={[{ href: paths.list(programme.slug), label: say.title }]}
    >
      <p class="govuk-body">
        <Tag sign={clock.late ? 'warning' : clock.toldAt ? 'check' : 'half'} tone={clock.late ? 'red' : 'blue'}>
          {clockText(breach, now, lang)}
        </Tag>
      </p>
      {clock.untold.length === 1 ? <p class="govuk-body">{say.untold[clock.untold[0]!]}</p> : null}
      <Facts
        items={[
          { label: say.owner, value: breach.owner },
          { label: say.kinds, value: breach.data_kinds.map((kind) => kindName(kind, lang)).join(', ') },
          { label: say.people, value: breach.people === null ? say.peopleUnknown : formatNumber(lang, breach.people) },
          { label: say.discovered, value: <Time at={breach.discovered_at} clock /> },
          { label: say.due, value: <Time at={clock.due} clock /> },
        ]}
      />
      {data.may === true ? (
        <div class="mf-actions mf-actions--end">
          <ButtonLink href={paths.notice(programme.slug, breach.id)}>{say.tell}</ButtonLink>
        </div>
      ) : null}
      <Section id="h-diberitahu" title={say.told}>
        {breach.acts.length === 0 ? (
          <Empty title={say.nobody} />
        ) : (
          <History
            events={breach.acts.toReversed().map((one) => ({
              at: one.told_at,
              what: say.acts[one.act],
              who: one.person ?? undefined,
              more: one.body,
            }))}
          />
        )}
      </Section>
    </BelowProgramme>
  )
}

function clockText(breach: Breach, now: Date, lang: Lang): string {
  const say = breachWords[lang]
  const { toldAt, untold, late, hoursLeft } = clockOf(breach, now)
  if (toldAt) return late ? say.tooLate : say.inTime
  const open = untold.length === 1 ? say.halfOpen : say.open
  return `${open}. ${hoursLeft >= 0 ? say.left(formatNumber(lang, hoursLeft)) : say.over(formatNumber(lang, -hoursLeft))}`
}

function kindName(kind: string, lang: Lang): string {
  return breachWords[lang].kindNames[kind as (typeof dataKinds)[number]]
}

export function RegisterBreachForm({ view, data, form }: { view: View; data: BreachesData; form: FormProps }) {
  const { lang } = view
  const say = breachWords[lang]
  const { state } = form
  const back = { href: paths.list(data.programme.slug), label: say.title }
  return (
    <FormPage
      view={view}
      title={say.register}
      lead={say.registerLead}
      state={state}
      submit={say.register}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, data.programme, back)}
      example={data.programme.example ?? undefined}
      cancel={back}
    >
      <SelectField
        {...field(state, 'owner')}
        label={say.owner}
        options={data.parties.map((one) => ({ value: one.organisationId, label: one.name }))}
      />
      <CheckboxFields
        {...choices(state, 'kinds')}
        label={say.kinds}
        options={dataKinds.map((value) => ({ value, label: say.kindNames[value] }))}
      />
      <NumberField {...field(state, 'people')} label={say.people} optional />
      <DateField {...field(state, 'discoveredOn')} label={say.discoveredOn} />
      <TextField {...field(state, 'discoveredTime')} label={say.discoveredTime} hint={say.timeHint} width={5} />
      <TextArea {...field(state, 'how')} label={say.how} hint={say.howHint} maxLength={4000} />
    </FormPage>
  )
}

export function TellForm({ view, data, form }: { view: View; data: BreachData; form: FormProps }) {
  const { lang } = view
  const say = breachWords[lang]
  const { state } = form
  const list = { href: paths.list(data.programme.slug), label: say.title }
  const back = { href: paths.one(data.programme.slug, data.breach.id), label: say.one }
  return (
    <FormPage
      view={view}
      title={say.tell}
      lead={say.tellLead}
      state={state}
      submit={say.tell}
      action={form.action}
      formKey={form.key}
      breadcrumbs={trail(view, data.programme, list, back)}
      example={data.programme.example ?? undefined}
      cancel={back}
    >
      <SelectField
        {...field(state, 'act')}
        label={say.act}
        options={breachActs.map((value) => ({ value, label: say.acts[value] }))}
      />
      <TextArea {...field(state, 'body')} label={say.body} maxLength={4000} />
      <DateField {...field(state, 'toldOn')} label={say.toldOn} />
      <TextField {...field(state, 'toldTime')} label={say.discoveredTime} hint={say.timeHint} width={5} />
    </FormPage>
  )
}
