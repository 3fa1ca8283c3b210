import type { FormProps } from '#kernel/web/form.tsx'
import { RadioField, SelectField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { DateField, TextArea, TextField } from '#ui/fields.tsx'
import { FormPage } from '#ui/form.tsx'
import { field } from '#ui/form-state.ts'
import { Section } from '#ui/section.tsx'
import { Table } from '#ui/table.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { type Colleague, type Grant, type PartyRow, type SeatRow, seatRolesFor } from '../party.ts'
import { programmePaths } from '../paths.ts'
import { inLanguageOf } from '../programme.ts'
import type { ProgrammeHead } from '../public.ts'
import type { RequiredRole } from '../vacancy.ts'
import { words } from '../words.ts'
import { BelowProgramme, trail } from './below-programme.tsx'

type FormOf<D> = { data: D; form: FormProps; view: View }

export type GiveSeatData = {
  programme: ProgrammeHead
  parties: PartyRow[]
  /** The party chosen; undefined: still to be chosen. */
  party?: PartyRow
  people: Colleague[]
  vacant: RequiredRole[]
}

/** First the party, by address; then the person and the role. */
export function GiveSeatForm({ data, form, view }: FormOf<GiveSeatData>) {
  return data.party ? <PersonAndRole data={data} form={form} view={view} /> : <WhichParty data={data} view={view} />
}

function WhichParty({ data: { programme, parties }, view }: { data: GiveSeatData; view: View }) {
  const say = words[view.lang].seats
  return (
    <BelowProgramme
      view={view}
      programme={programme}
      title={say.giveTitle}
      lead={say.giveLead}
      crumbs={[back(view, programme)]}
    >
      <h2 class="govuk-heading-m">{say.whichParty}</h2>
      <ul class="govuk-list">
        {parties.map((party) => (
          <li>
            <a class="govuk-link" href={programmePaths.newSeat(programme.slug, party.organisation_id)}>
              {party.name}
            </a>{' '}
            <span class="mf-small mf-muted">{words[view.lang].parties.roles[party.role]}</span>
          </li>
        ))}
      </ul>
    </BelowProgramme>
  )
}

function PersonAndRole({ data, form, view }: FormOf<GiveSeatData>) {
  const say = words[view.lang].seats
  const { programme, people, vacant } = data
  const party = data.party!
  if (people.length === 0) {
    return (
      <BelowProgramme
        view={view}
        programme={programme}
        title={say.giveFor(party.name)}
        crumbs={[back(view, programme)]}
      >
        <Empty title={say.noPeople}>{say.noPeopleRule}</Empty>
      </BelowProgramme>
    )
  }
  const roles = seatRolesFor(party.role).map((value) => ({
    value,
    label: say.roles[value],
    hint: say.roleHints[value],
  }))
  const titles = vacant.map((role) => ({
    value: role.id,
    label: inLanguageOf(view.lang, { own: role.title, en: role.title_en, lang: role.lang }).text,
  }))
  return (
    <FormPage
      {...frame(view, programme, form)}
      title={say.giveFor(party.name)}
      submit={say.submit}
      hidden={{ organisationId: party.organisation_id }}
    >
      <SelectField
        {...field(form.state, 'personId')}
        label={say.who}
        options={people.map((one) => ({ value: one.person_id, label: `${one.name}, ${one.post}` }))}
      />
      <RadioField {...field(form.state, 'role')} label={say.which} options={roles} />
      {titles.length > 0 ? (
        <SelectField
          {...field(form.state, 'requiredRoleId')}
          label={say.requiredRole}
          blank={say.noRole}
          optional
          options={titles}
        />
      ) : null}
      <DateField
        {...field(form.state, 'firstDay')}
        label={say.firstDay}
        hint={say.firstDayHint}
        min={view.today}
        optional
      />
    </FormPage>
  )
}

export type EndSeatData = { programme: ProgrammeHead; seat: SeatRow }

export function EndSeatForm({ data: { programme, seat }, form, view }: FormOf<EndSeatData>) {
  const say = words[view.lang].seats
  return (
    <FormPage
      {...frame(view, programme, form)}
      title={say.endTitle(seat.person)}
      lead={say.endLead(say.roles[seat.role], seat.organisation)}
      submit={say.submitEnd}
    >
      <DateField
        {...field(form.state, 'lastDay')}
        label={say.lastDay}
        hint={say.lastDayHint}
        min={view.today}
        optional
      />
    </FormPage>
  )
}

export type GrantData = {
  programme: ProgrammeHead
  people: { id: string; name: string; organisation: string }[]
  grants: Grant[]
}

export function GrantForm({ data, form, view }: FormOf<GrantData>) {
  const say = words[view.lang].grant
  const people = data.people.map((one) => ({ value: one.id, label: `${one.name}, ${one.organisation}` }))
  return (
    <FormPage
      {...frame(view, data.programme, form)}
      title={say.title}
      lead={say.lead}
      submit={say.submit}
      below={<Given grants={data.grants} view={view} />}
    >
      <TextField {...field(form.state, 'recordId')} label={say.record} hint={say.recordHint} spellcheck={false} />
      <SelectField {...field(form.state, 'personId')} label={say.person} options={people} />
      <TextArea {...field(form.state, 'why')} label={say.why} rows={3} maxLength={500} />
      <DateField {...field(form.state, 'until')} label={say.until} hint={say.untilHint} min={view.today} />
    </FormPage>
  )
}

function Given({ grants, view }: { grants: Grant[]; view: View }) {
  const say = words[view.lang].grant
  return (
    <Section id="h-berlaku" title={say.rows}>
      <Table
        caption={say.rows}
        rows={grants}
        empty={<Empty title={say.none} />}
        columns={[
          { label: say.person, head: true, cell: (grant) => grant.person },
          { label: say.record, cell: (grant) => <code class="mf-mono">{grant.record_id}</code> },
          { label: say.why, cell: (grant) => grant.why },
          { label: say.until, cell: (grant) => <Time at={grant.until} /> },
        ]}
      />
    </Section>
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
  return { href: programmePaths.seats(programme.slug), label: words[view.lang].seats.title }
}
