import type { FormProps } from '#kernel/web/form.tsx'
import { programmeName } from '#modules/programmes/public.ts'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { identityKinds, manners, requesterKinds } from '../filing.ts'
import type { FileData } from '../loads.ts'
import { requestPaths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; data: FileData; form: FormProps; ticket: string; facilitator: boolean }

export function FilePage({ view, data, form, ticket, facilitator }: Props) {
  const say = words[view.lang].file
  const { state } = form
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={say.lead}
      state={state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ ticket, classification: String(state.values.classification ?? '') }}
      breadcrumbs={[{ href: requestPaths.register(), label: words[view.lang].register.title }]}
      cancel={{ href: requestPaths.register(), label: words[view.lang].field.cancel }}
    >
      {facilitator ? (
        <CheckboxField
          {...field(state, 'onBehalf')}
          checked={state.values.onBehalf === 'yes'}
          label={say.onBehalf}
          hint={say.onBehalfHint}
        />
      ) : null}
      <Wanted view={view} data={data} form={form} />
      <Asker view={view} form={form} />
      <div hidden>
        <TextField {...field(state, 'website')} label={say.website} autocomplete="off" />
      </div>
    </FormPage>
  )
}

function Wanted({ view, data, form: { state } }: Pick<Props, 'view' | 'data' | 'form'>) {
  const all = words[view.lang]
  const say = all.file
  const programmes = data.programmes.map((one) => ({ value: one.slug, label: programmeName(one, view.lang) }))
  return (
    <>
      <h2 class="govuk-heading-l">{say.about}</h2>
      {data.withheld ? (
        <div class="govuk-inset-text">
          {say.withheldLead}{' '}
          <a class="govuk-link" href={data.withheld.href}>
            {say.withheldLink}: <Recorded lang={data.withheld.lang}>{data.withheld.label}</Recorded>
          </a>
        </div>
      ) : null}
      <SelectField
        {...field(state, 'programme')}
        label={say.programme}
        options={programmes}
        blank={say.programmeAny}
        optional
      />
      <TextArea {...field(state, 'asked')} label={say.asked} hint={say.askedHint} rows={7} maxLength={4000} />
      <TextArea {...field(state, 'purpose')} label={say.purpose} hint={say.purposeHint} rows={2} maxLength={1000} />
      <RadioField
        {...field(state, 'manner')}
        label={say.manner}
        options={manners.map((value) => ({ value, label: all.manner[value] }))}
      />
      <RadioField
        {...field(state, 'lang')}
        label={say.lang}
        inline
        options={[
          { value: 'id', label: say.langId },
          { value: 'en', label: say.langEn },
        ]}
      />
    </>
  )
}

function Asker({ view, form: { state } }: Pick<Props, 'view' | 'form'>) {
  const all = words[view.lang]
  const say = all.file
  return (
    <>
      <h2 class="govuk-heading-l">{say.you}</h2>
      <p class="govuk-body">{say.youNote}</p>
      <RadioField
        {...field(state, 'kind')}
        label={say.kind}
        options={requesterKinds.map((value) => ({ value, label: all.kind[value] }))}
      />
      <TextField {...field(state, 'name')} label={say.name} autocomplete="name" />
      <SelectField
        {...field(state, 'identityKind')}
        label={say.identityKind}
        options={identityKinds.map((value) => ({ value, label: all.identity[value] }))}
      />
      <TextField
        {...field(state, 'identityNumber')}
        label={say.identityNumber}
        hint={say.identityHint}
        autocomplete="off"
        spellcheck={false}
        width={20}
      />
      <TextField {...field(state, 'email')} label={say.email} hint={say.emailHint} type="email" autocomplete="email" />
      <TextField
        {...field(state, 'phone')}
        label={say.phone}
        hint={say.phoneHint}
        type="tel"
        autocomplete="tel"
        width={20}
        optional
      />
      <TextArea {...field(state, 'address')} label={say.address} rows={3} maxLength={500} />
    </>
  )
}
