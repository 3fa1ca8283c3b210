import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, NumberField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import type { View } from '#ui/view.ts'
import { titleIn } from '../budget-line.ts'
import type { NewOfferData, OfferData } from '../load-offers.ts'
import { resourcePaths } from '../paths.ts'
import { nextStates, resourceKinds } from '../resource.ts'
import { words } from '../words.ts'
import { LineTitle, overviewCrumb } from './parts.tsx'

export function OfferForm({ view, data, form }: { view: View; data: NewOfferData; form: FormProps }) {
  const { offer: say, cancel } = words[view.lang]
  const { programme } = data
  return (
    <FormPage
      view={view}
      title={say.offer.title}
      lead={say.offer.lead}
      state={form.state}
      submit={say.offer.submit}
      action={form.action}
      formKey={form.key}
      hidden={{ lang: view.lang }}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme))}
      example={programme.example ?? undefined}
      cancel={{ href: resourcePaths.offers(programme.slug), label: cancel }}
    >
      <OfferFields view={view} data={data} form={form} />
    </FormPage>
  )
}

function OfferFields({ view, data, form }: { view: View; data: NewOfferData; form: FormProps }) {
  const { offer: say, ...rest } = words[view.lang]
  const { state } = form
  return (
    <>
      {data.mine.length > 1 ? (
        <SelectField
          {...field(state, 'owner')}
          label={say.owner}
          options={data.mine.map((one) => ({ value: one.organisationId, label: one.name }))}
        />
      ) : null}
      <RadioField
        {...field(state, 'kind')}
        label={say.kind}
        options={resourceKinds.map((value) => ({ value, label: say.kinds[value] }))}
      />
      <TextField {...field(state, 'title')} label={say.name} hint={say.nameHint} />
      <TextField {...field(state, 'titleEn')} label={say.nameEn} optional />
      <TextArea
        {...field(state, 'description')}
        label={say.description}
        hint={say.descriptionHint}
        maxLength={4000}
        optional
      />
      <NumberField {...field(state, 'quantity')} label={say.quantity} hint={say.quantityHint} />
      <TextField {...field(state, 'unit')} label={say.unit} hint={say.unitHint} width={20} />
      <DateField {...field(state, 'availableFrom')} label={say.from} />
      <DateField {...field(state, 'availableUntil')} label={say.until} hint={say.untilHint} optional />
      <RadioField
        {...field(state, 'class')}
        label={rest.class}
        options={(['public', 'members'] as const).map((value) => ({ value, label: rest.classes[value] }))}
      />
    </>
  )
}

export function MoveForm({ view, data, form }: { view: View; data: OfferData; form: FormProps }) {
  const { offer: say, because, cancel } = words[view.lang]
  const { programme, resource } = data
  const here = { href: resourcePaths.offer(programme.slug, resource.id), label: titleIn(view.lang, resource).text }
  return (
    <FormPage
      view={view}
      title={say.move.title}
      lead={<LineTitle of={resource} />}
      state={form.state}
      submit={say.move.submit}
      action={form.action}
      formKey={form.key}
      version={form.version}
      breadcrumbs={trail(view, programme, overviewCrumb(view, programme), here)}
      example={programme.example ?? undefined}
      cancel={{ href: here.href, label: cancel }}
    >
      <p class="govuk-body">{say.move.lead}</p>
      <RadioField
        {...field(form.state, 'to')}
        label={say.to}
        options={nextStates(resource).map((value) => ({ value, label: say.states[value] }))}
      />
      <TextArea {...field(form.state, 'because')} label={because} maxLength={1000} />
    </FormPage>
  )
}
