import { groundNames, grounds } from '#kernel/grounds.ts'
import type { FormProps } from '#kernel/web/form.tsx'
import { trail } from '#modules/programmes/pages/below-programme.tsx'
import { CheckboxField, RadioField, SelectField } from '#ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import type { Lang } from '#ui/language.ts'
import type { View } from '#ui/view.ts'
import { closedClasses, endings, opened, parts } from '../classification.ts'
import type { Choice, DecidingData } from '../loads.ts'
import { classificationPaths as paths } from '../paths.ts'
import { words } from '../words.ts'

type Props = { view: View; data: DecidingData; form: FormProps }

export function DecidingForm({ view, data, form }: Props) {
  const { lang } = view
  const { programme } = data
  const say = words[lang]
  const { state } = form
  const back = { href: paths.list(programme.slug), label: say.register }
  return (
    <FormPage
      view={view}
      title={say.decide}
      lead={say.decideLead}
      state={state}
      submit={say.decide}
      action={form.action}
      formKey={form.key}
      hidden={{ lang }}
      breadcrumbs={trail(view, programme, back)}
      example={programme.example ?? undefined}
      cancel={back}
    >
      <WhatFields state={state} lang={lang} data={data} />
      <TestFields state={state} lang={lang} />
      <LimitFields state={state} lang={lang} />
    </FormPage>
  )
}

type Part = { state: FormState; lang: Lang }

function WhatFields({ state, lang, data }: Part & { data: DecidingData }) {
  const say = words[lang]
  const named = (values: readonly string[], texts: Record<string, string>) =>
    values.map((value) => ({ value, label: texts[value]! }))
  const letters = grounds.map((value) => ({ value, label: `${value.slice(-1)}. ${groundNames[value](lang)}` }))
  return (
    <>
      <SelectField
        {...field(state, 'record')}
        label={say.record}
        hint={say.recordHint}
        options={data.targets.map((one) => ({ value: one.record, label: choiceLabel(one, lang) }))}
      />
      <TextField {...field(state, 'label')} label={say.label} hint={say.labelHint} />
      <RadioField {...field(state, 'part')} label={say.part} options={named(parts, say.parts)} />
      <TextField {...field(state, 'place')} label={say.place} hint={say.placeHint} optional />
      <RadioField
        {...field(state, 'class')}
        label={say.class}
        hint={say.classHint}
        options={named(closedClasses, say.classes)}
      />
      <SelectField {...field(state, 'ground')} label={say.ground} options={letters} />
      <TextField {...field(state, 'otherLaw')} label={say.otherLaw} hint={say.otherLawHint} optional />
    </>
  )
}

function TestFields({ state, lang }: Part) {
  const say = words[lang]
  return (
    <>
      <TextArea {...field(state, 'information')} label={say.information} hint={say.informationHint} maxLength={2000} />
      <TextArea {...field(state, 'harm')} label={say.harm} maxLength={2000} />
      <TextArea {...field(state, 'weighing')} label={say.weighing} hint={say.weighingHint} maxLength={2000} />
      <TextArea {...field(state, 'staysOpen')} label={say.staysOpen} maxLength={2000} rows={3} />
    </>
  )
}

function LimitFields({ state, lang }: Part) {
  const say = words[lang]
  const ends = endings.map((value) => ({ value, label: say.endsWhens[value] }))
  const after = opened.map((value) => ({ value, label: say.classes[value] }))
  return (
    <>
      <DateField {...field(state, 'expiresOn')} label={say.expiresOn} hint={say.expiresHint} optional />
      <SelectField {...field(state, 'endsWhen')} label={say.endsWhen} options={ends} optional />
      <DateField {...field(state, 'reviewOn')} label={say.reviewOn} />
      <RadioField {...field(state, 'thenClass')} label={say.thenClass} options={after} />
      <TextField {...field(state, 'appealTo')} label={say.appealTo} />
      <CheckboxField
        {...field(state, 'hidesExistence')}
        checked={state.values.hidesExistence !== undefined && state.values.hidesExistence !== ''}
        label={say.hidesExistence}
        hint={say.hidesHint}
      />
    </>
  )
}

function choiceLabel({ head, kindName, present }: Choice, lang: Lang): string {
  const say = words[lang]
  const title = head ? (lang === 'en' && head.title_en) || head.title : say.untitled
  const closed = present === 'restricted' || present === 'secret'
  return `${kindName(lang)}: ${title}${closed ? ` (${say.classes[present].toLowerCase()}, ${say.groundless})` : ''}`
}
