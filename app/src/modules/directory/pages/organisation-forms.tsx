import type { FormProps } from '#kernel/web/form.tsx'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import type { Child } from '#ui/jsx/element.ts'
import { formatNumber } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import type { View } from '#ui/view.ts'
import { nameKinds, organisationKinds } from '../organisation.ts'
import { directoryPaths } from '../paths.ts'
import type { OrganisationFormData } from '../read-organisations.ts'
import { words } from '../words.ts'
import { DirectoryForm, listCrumbs, organisationCrumbs } from './directory-form.tsx'

type Props = { view: View; form: FormProps; data: OrganisationFormData }

export function AddOrganisationPage({ view, form }: { view: View; form: FormProps }) {
  const say = words[view.lang]
  const { state } = form
  const frame = { view, form, crumbs: listCrumbs(view), cancel: directoryPaths.organisations() }
  return (
    <DirectoryForm {...frame} title={say.add} lead={say.addLead}>
      <TextField {...field(state, 'name')} label={say.name} hint={say.nameHint} autocomplete="off" />
      {state.errors.name || state.values.another ? (
        <CheckboxField
          name="another"
          label={say.another}
          hint={say.anotherHint}
          checked={Boolean(state.values.another)}
        />
      ) : null}
      <FactFields view={view} state={state} />
    </DirectoryForm>
  )
}

export function EditOrganisationPage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <OrganisationForm view={view} form={form} data={data} title={say.edit} lead={say.editLead}>
      <FactFields view={view} state={form.state} />
    </OrganisationForm>
  )
}

function FactFields({ view, state }: { view: View; state: FormState }) {
  const say = words[view.lang]
  return (
    <>
      <SelectField
        {...field(state, 'kind')}
        label={say.kind}
        options={organisationKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
      />
      <TextField {...field(state, 'acronym')} label={say.acronym} hint={say.acronymHint} width={20} optional />
      <TextField {...field(state, 'parent')} label={say.parent} hint={say.parentHint} autocomplete="off" optional />
      <TextField {...field(state, 'territory')} label={say.area} hint={say.territoryHint} autocomplete="off" optional />
      <TextField {...field(state, 'country')} label={say.country} hint={say.countryHint} width={2} />
      <TextField
        {...field(state, 'website')}
        label={say.website}
        hint={say.websiteHint}
        type="url"
        inputmode="url"
        optional
      />
      <DateField {...field(state, 'foundedOn')} label={say.foundedOn} optional />
      <RadioField
        {...field(state, 'lang')}
        label={say.language}
        inline
        options={[
          { value: 'id', label: say.languages.id },
          { value: 'en', label: say.languages.en },
        ]}
      />
    </>
  )
}

type FormContent = Props & { title: string; lead: string; submit?: string; children?: Child }

function OrganisationForm({ view, form, data, title, lead, submit, children }: FormContent) {
  const { organisation } = data
  return (
    <DirectoryForm
      view={view}
      form={form}
      title={title}
      lead={lead}
      submit={submit}
      crumbs={organisationCrumbs(view, organisation)}
      cancel={directoryPaths.organisation(organisation.id)}
    >
      {children}
    </DirectoryForm>
  )
}

export function RenamePage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <OrganisationForm view={view} form={form} data={data} title={say.rename} lead={say.renameLead}>
      <TextField {...field(form.state, 'name')} label={say.newNameLabel} hint={say.nameHint} autocomplete="off" />
      <RadioField
        {...field(form.state, 'why')}
        label={say.why}
        options={[
          { value: 'renamed', label: say.whys.renamed },
          { value: 'correction', label: say.whys.correction },
        ]}
      />
      <DateField {...field(form.state, 'since')} label={say.renamedOn} optional />
    </OrganisationForm>
  )
}

export function AddNamePage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <OrganisationForm view={view} form={form} data={data} title={say.addName} lead={say.addNameLead}>
      <TextField {...field(form.state, 'name')} label={say.name} autocomplete="off" />
      <RadioField
        {...field(form.state, 'kind')}
        label={say.nameKind}
        options={nameKinds.map((kind) => ({ value: kind, label: say.nameKinds[kind] }))}
      />
      <DateField {...field(form.state, 'until')} label={say.nameUntil} optional />
    </OrganisationForm>
  )
}

export function AddIdentifierPage({ view, form, data }: Props) {
  const say = words[view.lang]
  return (
    <OrganisationForm view={view} form={form} data={data} title={say.addIdentifier} lead={say.addIdentifierLead}>
      <TextField {...field(form.state, 'scheme')} label={say.scheme} hint={say.schemeHint} width={20} />
      <TextField {...field(form.state, 'value')} label={say.value} width={20} autocomplete="off" />
    </OrganisationForm>
  )
}

export function DissolvePage({ view, form, data }: Props) {
  const say = words[view.lang]
  const { openPosts } = data
  return (
    <OrganisationForm
      view={view}
      form={form}
      data={data}
      title={say.dissolve}
      lead={say.dissolveLead}
      submit={say.dissolve}
    >
      {openPosts > 0 ? <Notice kind="attention" text={say.openPosts(formatNumber(view.lang, openPosts))} /> : null}
      <DateField {...field(form.state, 'dissolvedOn')} label={say.dissolveDay} />
    </OrganisationForm>
  )
}

export function ReinstatePage({ view, form, data }: Props) {
  const say = words[view.lang]
  const acts = { title: say.reinstate, lead: say.reinstateLead, submit: say.reinstate }
  return <OrganisationForm view={view} form={form} data={data} {...acts} />
}
