import type { FormProps } from '#kernel/web/form.tsx'
import { SubmitButton } from '#ui/button.tsx'
import { CheckboxField, RadioField } from '#ui/choice-fields.tsx'
import { Empty } from '#ui/empty.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { DateField, TextField } from '#ui/fields.tsx'
import { Form } from '#ui/form.tsx'
import { type FormState, field } from '#ui/form-state.ts'
import { Page } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { ListTools } from '#ui/list-tools.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import { isCurrent } from '../person.ts'
import type { AppointData, EndPostData, PersonFormData } from '../read-people-pages.ts'
import { peopleWords } from '../words-people.ts'
import { DirectoryForm, organisationCrumbs, personCrumbs } from './directory-form.tsx'

type Frame = { view: View; form: FormProps }

/** First find the person by name (a search by link), then say what for. */
export function AppointPage({ view, form, data }: Frame & { data: AppointData }) {
  const say = peopleWords[view.lang]
  const { organisation, q, found } = data
  const title = say.appointTitle(organisation.name)
  return (
    <Page view={view} title={title} breadcrumbs={organisationCrumbs(view, organisation)} state={form.state}>
      <ErrorSummary state={form.state} />
      <h1 class="govuk-heading-xl">{title}</h1>
      <p class="govuk-body-l">{say.appointLead}</p>
      <ListTools action={directoryPaths.appointment(organisation.id)} label={say.find} q={q} />
      <p class="govuk-body">
        <a class="govuk-link" href={directoryPaths.newPerson(organisation.id)}>
          {say.notThere}
        </a>
      </p>
      {q && found.length === 0 ? <Empty title={say.foundNobody(q)} /> : null}
      {found.length > 0 ? (
        <Form action={form.action} formKey={form.key}>
          <RadioField
            {...field(form.state, 'personId')}
            label={say.choose}
            options={found.map(({ id, name, posts }) => ({
              value: id,
              label: name,
              hint: posts
                .filter((post) => isCurrent(post, view.today))
                .map((post) => `${post.post}, ${post.acronym ?? post.organisation}`)
                .join('; '),
            }))}
          />
          <PostFields view={view} state={form.state} />
          <SubmitButton>{say.appoint}</SubmitButton>
        </Form>
      ) : null}
    </Page>
  )
}

function PostFields({ view, state }: { view: View; state: FormState }) {
  const say = peopleWords[view.lang]
  return (
    <>
      <TextField {...field(state, 'post')} label={say.post} hint={say.postHint} autocomplete="off" />
      <CheckboxField
        name="head"
        label={say.head}
        hint={say.headHint}
        checked={Boolean(state.values.head)}
        error={state.errors.head}
      />
      <DateField {...field(state, 'startsOn')} label={say.startsOn} />
      <DateField {...field(state, 'endsOn')} label={say.endsOn} optional />
    </>
  )
}

export function AddPersonPage({ view, form, data }: Frame & { data: AppointData }) {
  const say = peopleWords[view.lang]
  const { organisation } = data
  const { state } = form
  const frame = {
    crumbs: organisationCrumbs(view, organisation),
    cancel: directoryPaths.organisation(organisation.id),
    title: say.newPerson(organisation.name),
    lead: say.newPersonLead,
  }
  return (
    <DirectoryForm view={view} form={form} {...frame}>
      <TextField {...field(state, 'name')} label={say.fullName} autocomplete="off" />
      {state.errors.name || state.values.another ? (
        <CheckboxField
          name="another"
          label={say.another}
          hint={say.anotherHint}
          checked={Boolean(state.values.another)}
        />
      ) : null}
      <PostFields view={view} state={state} />
    </DirectoryForm>
  )
}

export function EndPostPage({ view, form, data }: Frame & { data: EndPostData }) {
  const say = peopleWords[view.lang]
  const { post } = data
  const person = { id: post.person_id, name: post.person }
  return (
    <DirectoryForm
      view={view}
      form={form}
      title={say.endTitle(post.post)}
      lead={say.endLead}
      submit={say.end}
      crumbs={personCrumbs(view, person)}
      cancel={directoryPaths.person(person.id)}
    >
      <DateField {...field(form.state, 'endsOn')} label={say.endsOn} min={post.starts_on} />
    </DirectoryForm>
  )
}

function PersonForm(
  props: Frame & { data: PersonFormData; title: string; lead: string; submit?: string; children?: Child },
) {
  const { data, children, ...rest } = props
  const { person } = data
  return (
    <DirectoryForm {...rest} crumbs={personCrumbs(props.view, person)} cancel={directoryPaths.person(person.id)}>
      {children}
    </DirectoryForm>
  )
}

export function EditPersonPage({ view, form, data }: Frame & { data: PersonFormData }) {
  const say = peopleWords[view.lang]
  return (
    <PersonForm view={view} form={form} data={data} title={say.edit} lead={say.editLead}>
      <TextField {...field(form.state, 'name')} label={say.fullName} autocomplete="off" />
    </PersonForm>
  )
}

export function AddSkillPage({ view, form, data }: Frame & { data: PersonFormData }) {
  const say = peopleWords[view.lang]
  return (
    <PersonForm view={view} form={form} data={data} title={say.addSkill} lead={say.addSkillLead}>
      <TextField {...field(form.state, 'skill')} label={say.skill} hint={say.skillHint} autocomplete="off" />
    </PersonForm>
  )
}

export function RemoveSkillPage({ view, form, data }: Frame & { data: PersonFormData }) {
  const say = peopleWords[view.lang]
  const title = say.removeSkillTitle(data.skill?.skill ?? '')
  return (
    <PersonForm view={view} form={form} data={data} title={title} lead={say.removeSkillLead} submit={say.removeSkill} />
  )
}
