import type { FormProps } from '#kernel/web/form.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { RadioField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Form, FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { formatList } from '#ui/language.ts'
import { ListTools } from '#ui/list-tools.tsx'
import type { View } from '#ui/view.ts'
import { type FoundOrganisation, type PartyRow, partyRoles } from '../party.ts'
import { programmePaths } from '../paths.ts'
import type { ProgrammeHead } from '../public.ts'
import { words } from '../words.ts'
import { BelowProgramme, trail } from './below-programme.tsx'

export type InviteData = { programme: ProgrammeHead; q: string; choices: FoundOrganisation[] }
type FormOf<D> = { data: D; form: FormProps; view: View }

/** First the search, by address; then the choice among what was found. */
export function InviteForm({ data, form, view }: FormOf<InviteData>) {
  const say = words[view.lang].parties
  const { programme, q } = data
  const choices = data.choices.filter((one) => !one.party)
  const already = data.choices.filter((one) => one.party)
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.inviteTitle}
      lead={say.inviteLead}
      crumbs={[back(view, programme)]}
    >
      <ErrorSummary state={form.state} />
      <ListTools action={programmePaths.newParty(programme.slug)} label={say.search} q={q} />
      {q === '' ? <p class="govuk-body mf-muted">{say.searchFirst}</p> : null}
      {q !== '' && data.choices.length === 0 ? <Empty title={say.noneFound}>{say.noneFoundRule}</Empty> : null}
      {already.length > 0 ? (
        <p class="govuk-body">
          {say.already(
            formatList(
              view.lang,
              already.map((one) => one.name),
            ),
          )}{' '}
          <a class="govuk-link" href={programmePaths.parties(programme.slug)}>
            {say.title}
          </a>
        </p>
      ) : null}
      {choices.length > 0 ? (
        <Form action={form.action} formKey={form.key}>
          <RadioField
            {...field(form.state, 'organisationId')}
            label={say.choose}
            options={choices.map((one) => ({
              value: one.id,
              label: one.acronym ? `${one.name} (${one.acronym})` : one.name,
            }))}
          />
          <RoleField form={form} view={view} />
          <SubmitButton>{say.submitInvite}</SubmitButton>
        </Form>
      ) : null}
    </BelowProgramme>
  )
}

function RoleField({ form, view }: { form: FormProps; view: View }) {
  const say = words[view.lang].parties
  return (
    <RadioField
      {...field(form.state, 'role')}
      label={say.role}
      options={partyRoles.map((value) => ({ value, label: say.roles[value], hint: say.roleHints[value] }))}
    />
  )
}

export type PartyData = { programme: ProgrammeHead; party: PartyRow }

export function PartyRoleForm({ data: { programme, party }, form, view }: FormOf<PartyData>) {
  const say = words[view.lang].parties
  return (
    <FormPage
      {...frame({ programme, form, view })}
      title={say.roleTitle(party.name)}
      lead={say.roleLead(say.roles[party.role])}
      submit={say.submitRole}
    >
      <RoleField form={form} view={view} />
      <TextArea {...field(form.state, 'reason')} label={say.reason} rows={3} maxLength={1000} />
    </FormPage>
  )
}

export function WithdrawalForm({ data: { programme, party }, form, view }: FormOf<PartyData>) {
  const say = words[view.lang].parties
  return (
    <FormPage
      {...frame({ programme, form, view })}
      title={say.withdrawTitle(party.name)}
      lead={say.withdrawLead}
      submit={say.submitWithdraw}
    >
      <TextArea {...field(form.state, 'reason')} label={say.reason} rows={3} maxLength={1000} />
    </FormPage>
  )
}

function frame({ programme, form, view }: { programme: ProgrammeHead; form: FormProps; view: View }) {
  return {
    view,
    state: form.state,
    action: form.action,
    formKey: form.key,
    version: form.version,
    breadcrumbs: trail(view, programme, back(view, programme)),
    example: programme.example ?? undefined,
  }
}

function back(view: View, programme: ProgrammeHead) {
  return { href: programmePaths.parties(programme.slug), label: words[view.lang].parties.title }
}
