import type { FormProps } from '#kernel/web/form.tsx'
import { requestPaths } from '#modules/requests/paths.ts'
import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Rows } from '#ui/facts.tsx'
import { TextArea } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { refusalGrounds } from '../erasure.ts'
import type { OneData } from '../loads.ts'
import { erasurePaths } from '../paths.ts'
import { words } from '../words.ts'
import { factsOf } from './parts.tsx'

const crumbs = (view: View) => [{ href: erasurePaths.list(), label: words[view.lang].list.title }]

/** One request for erasure, for the officer who decides. */
export function ErasurePage({ view, data }: { view: View; data: OneData }) {
  const all = words[view.lang]
  const say = all.one
  const { erasure, may } = data
  return (
    <Page view={view} title={say.title} breadcrumbs={crumbs(view)}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <Rows items={[...aboutWhom(view, data), ...factsOf(view, erasure, data.reason, data.now)]} />
      <p class="govuk-body mf-muted">{all.law}</p>
      <Section id="h-langkah" title={say.next}>
        {may === true ? (
          <ButtonLink href={erasurePaths.decision(erasure.id)}>{say.decide}</ButtonLink>
        ) : (
          <DisabledButton id="b-putus" reason={may.text(view.lang)}>
            {say.decide}
          </DisabledButton>
        )}
      </Section>
    </Page>
  )
}

function aboutWhom(view: View, { erasure, name }: OneData) {
  const say = words[view.lang]
  const { kind, id } = erasure.subject
  const about = { label: say.subject, value: say.subjects[kind] }
  if (kind === 'person')
    return name ? [about, { label: say.one.name, value: <Recorded lang="id">{name}</Recorded> }] : [about]
  const link = (
    <a class="govuk-link" href={requestPaths.one(id)}>
      {say.one.open}
    </a>
  )
  return [about, { label: say.one.request, value: link }]
}

export function DecidePage({ view, data, form }: { view: View; data: OneData; form: FormProps }) {
  const all = words[view.lang]
  const say = all.decide
  const back = { href: erasurePaths.one(data.erasure.id), label: all.cancel }
  return (
    <FormPage
      view={view}
      title={say.title}
      lead={say.lead}
      state={form.state}
      submit={say.submit}
      action={form.action}
      formKey={form.key}
      breadcrumbs={crumbs(view)}
      cancel={back}
    >
      <RadioField
        {...field(form.state, 'outcome')}
        label={say.outcome}
        options={[
          { value: 'erase', label: say.erase, hint: say.eraseHint },
          { value: 'refuse', label: say.refuse, hint: say.refuseHint },
        ]}
      />
      <SelectField
        {...field(form.state, 'ground')}
        label={say.ground}
        hint={say.groundHint}
        options={refusalGrounds.map((value) => ({ value, label: all.grounds[value] }))}
        optional
      />
      <TextArea {...field(form.state, 'reason')} label={say.reason} maxLength={2000} optional />
    </FormPage>
  )
}
