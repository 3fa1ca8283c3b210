import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { formatRupiah } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import { titleIn } from '../budget-line.ts'
import { methods } from '../contract.ts'
import type { ContractData, NewContractData } from '../load-contracts.ts'
import { resourcePaths } from '../paths.ts'
import { words } from '../words.ts'
import { LineTitle, overviewCrumb } from './parts.tsx'

export function RecordContractForm({ view, data, form }: { view: View; data: NewContractData; form: FormProps }) {
  const say = words[view.lang]
  const { programme, line } = data
  const here = { href: resourcePaths.line(programme.slug, line.id), label: titleIn(view.lang, line).text }
  return (
    <FormPage
      view={view}
      title={say.contract.record.title}
      lead={<LineTitle of={line} />}
      state={form.state}
      submit={say.contract.record.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme), here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: say.cancel }}
    >
      <p class="govuk-body">{say.contract.record.lead}</p>
      <ContractFields view={view} data={data} form={form} />
    </FormPage>
  )
}

function ContractFields({ view, data, form }: { view: View; data: NewContractData; form: FormProps }) {
  const { contract: say, ...rest } = words[view.lang]
  const { state } = form
  const open = data.line.class === 'public' ? (['public', 'members'] as const) : (['members'] as const)
  return (
    <>
      <TextField {...field(state, 'number')} label={say.number} width={20} />
      <TextField {...field(state, 'title')} label={say.name} />
      <TextField {...field(state, 'titleEn')} label={say.nameEn} optional />
      <SelectField
        {...field(state, 'requester')}
        label={say.requester}
        options={data.parties.map((one) => ({ value: one.organisationId, label: one.name }))}
      />
      <TextField {...field(state, 'supplier')} label={say.supplier} hint={say.supplierHint} />
      <RadioField
        {...field(state, 'method')}
        label={say.method}
        options={methods.map((value) => ({ value, label: say.methods[value] }))}
      />
      <NumberField {...field(state, 'bids')} label={say.bids} hint={say.bidsHint} width={4} />
      <NumberField {...field(state, 'value')} label={say.value} hint={say.valueHint} width={20} />
      <DateField {...field(state, 'signedOn')} label={say.signedOn} max={view.today} />
      <RadioField
        {...field(state, 'class')}
        label={rest.class}
        options={open.map((value) => ({ value, label: rest.classes[value] }))}
      />
    </>
  )
}

export function ChangeContractForm({ view, data, form }: { view: View; data: ContractData; form: FormProps }) {
  const { contract: say, because, cancel } = words[view.lang]
  const { programme, contract } = data
  const { state } = form
  const here = { href: resourcePaths.contract(programme.slug, contract.id), label: titleIn(view.lang, contract).text }
  const kinds = (['amended', 'annulled'] as const).map((value) => ({ value, label: say.kinds[value] }))
  return (
    <FormPage
      view={view}
      title={say.change.title}
      lead={<LineTitle of={contract} />}
      state={state}
      submit={say.change.submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme), here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: cancel }}
    >
      <p class="govuk-body">{say.change.lead}</p>
      <p class="govuk-body">
        {say.presentValue}: <strong>{formatRupiah(view.lang, contract.present_value, 'full')}</strong>
      </p>
      <RadioField {...field(state, 'kind')} label={say.kind} options={kinds} />
      <NumberField {...field(state, 'value')} label={say.newValue} hint={say.newValueHint} width={20} optional />
      <TextArea {...field(state, 'because')} label={because} maxLength={1000} />
    </FormPage>
  )
}
