import type { FormProps } from '#kernel/web/form.tsx'
import { CheckboxFields, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { choices, field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { type CharterContent, cadenceUnits, decisionRules, publishableKinds } from '../charter.ts'
import { cellKey, legalBasisLine, territoryLine } from '../charter-lines.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { BelowProgramme, trail } from './below-programme.tsx'
import { own } from './charter-text.tsx'
import { Overtaken } from './overtaken.tsx'

export type DraftData = { programme: ProgrammeHead; content?: CharterContent; version?: number }
type FormOf<D> = { data: D; form: FormProps; view: View }

export function CharterDraftForm({ data, form, view }: FormOf<DraftData>) {
  const say = words[view.lang].charter
  const { programme } = data
  return (
    <FormPage
      {...frame(view, programme, form)}
      version={form.version}
      title={say.form.title}
      lead={say.form.lead}
      submit={say.form.submit}
    >
      <Overtaken form={form} now={flat(charterValues(data.content))} labels={labelsOf(view)} />
      <TextArea
        {...field(form.state, 'purpose')}
        label={say.purpose}
        hint={say.form.purposeHint}
        rows={3}
        maxLength={2000}
        optional
      />
      <TextArea {...field(form.state, 'purposeEn')} label={say.form.inEnglish(say.purpose)} rows={3} optional />
      <TextArea
        {...field(form.state, 'mandate')}
        label={say.mandate}
        hint={say.form.mandateHint}
        rows={4}
        maxLength={3000}
        optional
      />
      <TextArea {...field(form.state, 'mandateEn')} label={say.form.inEnglish(say.mandate)} rows={4} optional />
      <TextArea
        {...field(form.state, 'legalBasis')}
        label={say.legalBasis}
        hint={say.form.legalBasisHint}
        rows={4}
        optional
      />
      <Deciding form={form} view={view} />
      <Terms form={form} view={view} />
      <TextArea {...field(form.state, 'roles')} label={say.roles} hint={say.form.rolesHint} rows={5} optional />
      <TextArea
        {...field(form.state, 'services')}
        label={say.services}
        hint={say.form.servicesHint}
        rows={6}
        optional
      />
      <TextArea
        {...field(form.state, 'territories')}
        label={say.territories}
        hint={say.form.territoriesHint}
        rows={6}
        optional
      />
    </FormPage>
  )
}

function Deciding({ form, view }: { form: FormProps; view: View }) {
  const say = words[view.lang].charter
  const rules = decisionRules.map((value) => ({ value, label: say.decisionRules[value] }))
  const units = cadenceUnits.map((value) => ({ value, label: say.cadences[value] }))
  return (
    <>
      <RadioField {...field(form.state, 'decisionRule')} label={say.decisionRule} options={rules} />
      <NumberField {...field(form.state, 'quorum')} label={say.form.quorum} optional />
      <NumberField {...field(form.state, 'cadenceEvery')} label={say.form.cadenceEvery} width={3} optional />
      <SelectField {...field(form.state, 'cadenceUnit')} label={say.form.cadenceUnit} options={units} optional />
    </>
  )
}

function Terms({ form, view }: { form: FormProps; view: View }) {
  const say = words[view.lang].charter
  const kinds = publishableKinds.map((value) => ({ value, label: say.publishables[value] }))
  return (
    <>
      <NumberField {...field(form.state, 'waitingLimit')} label={say.form.waitingLimit} width={3} optional />
      <CheckboxFields {...choices(form.state, 'publishable')} label={say.publishable} options={kinds} optional />
      <TextField {...field(form.state, 'office')} label={say.form.office} hint={say.form.officeHint} optional />
      <DateField {...field(form.state, 'officeTermEnds')} label={say.form.officeTermEnds} optional />
    </>
  )
}

/** What the fields of the form hold, from the newest version. */
export function charterValues(content: CharterContent | undefined): Record<string, string | string[]> {
  if (!content) return {}
  return {
    purpose: content.purpose ?? '',
    purposeEn: content.purpose_en ?? '',
    mandate: content.mandate ?? '',
    mandateEn: content.mandate_en ?? '',
    legalBasis: content.legal_basis.map(legalBasisLine).join('\n'),
    decisionRule: content.decision_rule ?? '',
    quorum: content.quorum === null ? '' : String(Math.round(content.quorum * 100)),
    cadenceEvery: content.cadence_every === null ? '' : String(content.cadence_every),
    cadenceUnit: content.cadence_unit ?? '',
    publishable: content.publishable,
    office: content.office ?? '',
    officeTermEnds: content.office_term_ends ?? '',
    waitingLimit: content.waiting_limit === null ? '' : String(content.waiting_limit),
    roles: content.roles.map((role) => role.title).join('\n'),
    services: content.services.map((service) => service.name).join('\n'),
    territories: content.territories.map(territoryLine).join('\n'),
  }
}

function flat(values: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().join(', ')]))
}

function labelsOf(view: View): Record<string, string> {
  const say = words[view.lang].charter
  const { purpose, mandate, legalBasis, decisionRule, quorum, roles, services, territories } = say
  return { purpose, mandate, legalBasis, decisionRule, quorum, roles, services, territories }
}

export type CellsData = { programme: ProgrammeHead; content: CharterContent; version: number }

/** One group of boxes a service: in which territories it must be there. */
export function CellsForm({ data: { programme, content }, form, view }: FormOf<CellsData>) {
  const say = words[view.lang].charter
  const { services, territories } = content
  if (services.length === 0 || territories.length === 0) {
    return (
      <BelowProgramme view={view} programme={programme} title={say.cellsForm.title} crumbs={[back(view, programme)]}>
        <Empty
          title={say.cellsForm.empty}
          action={{ href: programmePaths.charterDraft(programme.slug), label: say.draft }}
        />
      </BelowProgramme>
    )
  }
  return (
    <FormPage
      {...frame(view, programme, form)}
      version={form.version}
      title={say.cellsForm.title}
      lead={say.cellsForm.lead}
      submit={say.cellsForm.submit}
    >
      {services.map((service, index) => (
        <CheckboxFields
          {...choices(form.state, 'cells')}
          id={`f-cells-${index}`}
          label={own(view.lang, service.name, service.name_en)}
          options={territories.map((place) => ({
            value: cellKey({ service: service.key, territory: place.code }),
            label: territoryLine({ ...place, name: own(view.lang, place.name, place.name_en) }),
          }))}
        />
      ))}
    </FormPage>
  )
}

function frame(view: View, programme: ProgrammeHead, form: FormProps) {
  return {
    view,
    state: form.state,
    action: form.action,
    formKey: form.key,
    breadcrumbs: trail(view, programme, back(view, programme)),
    example: programme.example ?? undefined,
  }
}

function back(view: View, programme: ProgrammeHead) {
  return { href: programmePaths.charter(programme.slug), label: words[view.lang].charter.title }
}
