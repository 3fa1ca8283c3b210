import type { FormProps } from '#kernel/web/form.tsx'
import { CheckboxFields, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Details } from '#ui/details.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, type FormState, field } from '#ui/form-state.ts'
import type { Lang } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import type { ActData } from '../loads.ts'
import type { EditData } from '../loads-acts.ts'
import type { PlanChoices, PlanData } from '../loads-list.ts'
import { taskPaths } from '../paths.ts'
import { bindsParty, effortUnits, milestoneTypes, taskKinds } from '../task.ts'
import { words } from '../words.ts'
import { ActForm } from './act-form.tsx'
import { partyOptions, TaskTitle, taskCrumbs } from './parts.tsx'
import { TargetFields } from './target-fields.tsx'

export function PlanForm({ view, data, form }: { view: View; data: PlanData; form: FormProps }) {
  const { lang } = view
  const { programme, parent, proposal } = data
  const { field: say, plan } = words[lang].act
  const state = form.state
  const agencies = partyOptions(data.parties)
  const doers = partyOptions(data.parties.filter(bindsParty))
  const kinds = taskKinds.map((value) => ({ value, label: words[lang].kind[value] }))
  return (
    <FormPage
      view={view}
      title={plan.title}
      lead={plan.lead}
      state={state}
      submit={plan.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang, ...(parent ? { parent: parent.id } : {}), ...(proposal ? { proposal: proposal.id } : {}) }}
      breadcrumbs={taskCrumbs(lang, programme)}
      example={programme.example ?? undefined}
      cancel={{ href: taskPaths.list(programme.slug), label: words[lang].page.form.cancelList }}
    >
      {parent ? (
        <p class="govuk-body">
          {words[lang].page.task.parent}: <TaskTitle task={parent} />
        </p>
      ) : null}
      <RadioField {...field(state, 'kind')} label={say.kind} options={kinds} inline />
      <TextField {...field(state, 'title')} label={say.title} hint={say.titleHint} />
      <SelectField
        {...field(state, 'accountable')}
        label={say.accountable}
        hint={say.accountableHint}
        options={doers}
      />
      <TargetFields state={state} lang={lang} label={say.due} />
      <TextField {...field(state, 'measure')} label={say.measure} hint={say.measureHint} optional />
      <DateField {...field(state, 'start')} label={say.start} optional />
      <CheckboxFields
        {...choices(state, 'responsible')}
        label={say.responsible}
        hint={say.responsibleHint}
        options={doers}
        optional
      />
      <div class="govuk-form-group">
        <Details summary={say.more} open={moreOpen(state)}>
          <CheckboxFields {...choices(state, 'consulted')} label={say.consulted} options={agencies} optional />
          <CheckboxFields {...choices(state, 'informed')} label={say.informed} options={agencies} optional />
          <TextField {...field(state, 'code')} label={say.code} hint={say.codeHint} width={10} optional />
          <MoreFields state={state} lang={lang} data={data} />
        </Details>
      </div>
    </FormPage>
  )
}

const beyond = [
  'consulted',
  'informed',
  'code',
  'titleEn',
  'milestoneType',
  'reporting',
  'service',
  'territory',
  'targetGroup',
  'effort',
  'effortUnit',
  'budget',
  'weight',
  'objectives',
]

function moreOpen(state: FormState): boolean {
  return beyond.some((name) => state.errors[name] || (state.values[name]?.length ?? 0) > 0)
}

function MoreFields({ state, lang, data }: { state: FormState; lang: Lang; data: PlanChoices }) {
  const { field: say } = words[lang].act
  const { type, effortUnit, class: classes } = words[lang]
  const units = effortUnits.map((value) => ({ value, label: effortUnit[value] }))
  const readers = (['public', 'members', 'restricted'] as const).map((value) => ({ value, label: classes[value] }))
  const named = <T extends { name: string; name_en: string | null }>(one: T) =>
    lang === 'en' && one.name_en ? one.name_en : one.name
  return (
    <>
      <SelectField
        {...field(state, 'milestoneType')}
        label={say.milestoneType}
        options={milestoneTypes.map((value) => ({ value, label: type[value] }))}
        optional
      />
      <TextField {...field(state, 'titleEn')} label={say.titleEn} optional />
      {data.objectives.length > 0 ? (
        <CheckboxFields {...choices(state, 'objectives')} label={say.objectives} options={data.objectives} optional />
      ) : null}
      <TextField {...field(state, 'reporting')} label={say.reporting} optional />
      {data.services.length > 0 ? (
        <SelectField
          {...field(state, 'service')}
          label={say.service}
          options={data.services.map((one) => ({ value: one.id, label: named(one) }))}
          optional
        />
      ) : null}
      {data.territories.length > 0 ? (
        <SelectField
          {...field(state, 'territory')}
          label={say.territory}
          options={data.territories.map((one) => ({ value: one.code, label: named(one) }))}
          optional
        />
      ) : null}
      <TextField {...field(state, 'targetGroup')} label={say.targetGroup} optional />
      <NumberField {...field(state, 'effort')} label={say.effort} decimal optional />
      <SelectField {...field(state, 'effortUnit')} label={say.effortUnit} options={units} optional />
      <NumberField {...field(state, 'budget')} label={say.budget} width={20} optional />
      <NumberField {...field(state, 'weight')} label={say.weight} hint={say.weightHint} decimal optional />
      <RadioField {...field(state, 'class')} label={say.class} options={readers} />
    </>
  )
}

export function EditForm({ view, data, form }: { view: View; data: EditData; form: FormProps }) {
  const { lang } = view
  const { field: say } = words[lang].act
  return (
    <ActForm view={view} data={data} form={form} act="edit">
      <TextField {...field(form.state, 'title')} label={say.title} hint={say.titleHint} />
      <TextArea {...field(form.state, 'measure')} label={say.measure} hint={say.measureHint} rows={2} optional />
      <MoreFields state={form.state} lang={lang} data={data} />
    </ActForm>
  )
}

/** What the form holds when it is opened: what the template proposes, and the agency of the person. */
export function planValues({ proposal, services, placed }: PlanData, accountable: string): Record<string, string> {
  if (!proposal) return { kind: 'activity', class: 'public', accountable, ...placed }
  return {
    kind: proposal.kind,
    class: 'public',
    accountable,
    title: proposal.title,
    titleEn: proposal.title_en ?? '',
    milestoneType: proposal.milestoneType ?? '',
    service: services.find((one) => one.key === proposal.serviceKey)?.id ?? '',
  }
}

/** What the edit form holds when it is opened. */
export function editValues({ record }: ActData, lang: Lang): Record<string, string | string[]> {
  const text = (rows: unknown) => {
    const first = (rows as { id?: string; en?: string }[])[0]
    return first ? (first[lang] ?? first.id ?? first.en ?? '') : ''
  }
  const plain = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    title: record.title,
    titleEn: plain(record.title_en),
    milestoneType: plain(record.milestone_type),
    measure: text(record.measures),
    reporting: text(record.reporting),
    parent: plain(record.parent_id),
    objectives: record.objective_ids,
    service: plain(record.service_id),
    territory: plain(record.territory_code),
    targetGroup: plain(record.target_group),
    effort: plain(record.effort_amount),
    effortUnit: plain(record.effort_unit),
    budget: plain(record.budget),
    weight: plain(record.weight),
    class: record.class,
  }
}
