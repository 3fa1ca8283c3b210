import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { directoryPaths } from '../paths.ts'
import type { PersonData, ShownPost } from '../read-people-pages.ts'
import { words } from '../words.ts'
import { mergingWords } from '../words-merging.ts'
import { peopleWords } from '../words-people.ts'

type Props = { view: View; data: PersonData }

export function PersonPage({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const { person, posts, merged } = data
  const open = posts.filter((post) => post.open)
  const crumbs = [{ href: directoryPaths.people(), label: say.people }]
  return (
    <Page view={view} title={person.name} breadcrumbs={crumbs} example={data.example}>
      <h1 class="govuk-heading-xl">{person.name}</h1>
      <p class="govuk-body-l">
        {open.length === 0
          ? say.noPost
          : open.map((post, index) => (
              <>
                {index > 0 ? '; ' : ''}
                <Recorded lang={post.lang}>{post.post}</Recorded>,{' '}
                <Recorded lang={post.organisation_lang}>{post.organisation}</Recorded>
              </>
            ))}
      </p>
      {merged.length > 0 ? (
        <p class="govuk-body mf-small mf-muted">
          {say.mergedHere}: {merged.map((one) => one.name).join(', ')}
        </p>
      ) : null}
      <Section id="h-posts" title={say.posts}>
        <div class="mf-panel">
          <Table caption={say.posts} rows={posts} columns={postColumns(view, posts)} />
        </div>
      </Section>
      <Skills view={view} data={data} />
      <Seats view={view} data={data} />
      <Acts view={view} data={data} />
    </Page>
  )
}

function postColumns(view: View, posts: ShownPost[]): Column<ShownPost>[] {
  const say = words[view.lang]
  const people = peopleWords[view.lang]
  const columns: Column<ShownPost>[] = [
    {
      label: people.post,
      head: true,
      cell: (post) => (
        <>
          <Recorded lang={post.lang}>{post.post}</Recorded>
          {post.head ? <span class="mf-small mf-muted mf-after">{say.head}</span> : null}
        </>
      ),
    },
    {
      label: people.organisation,
      cell: (post) => (
        <a class="govuk-link" href={directoryPaths.organisation(post.organisation_id)}>
          <Recorded lang={post.organisation_lang}>{post.organisation}</Recorded>
        </a>
      ),
    },
    { label: say.since, cell: (post) => <Time at={post.starts_on} /> },
    { label: say.until, cell: (post) => (post.ends_on ? <Time at={post.ends_on} /> : say.now) },
  ]
  if (!posts.some((post) => post.open && post.may === true)) return columns
  const end = (post: ShownPost) =>
    post.open && post.may === true ? (
      <a class="govuk-link" href={directoryPaths.endPost(post.person_id, post.id)}>
        {people.end}
        <span class="govuk-visually-hidden">: {post.post}</span>
      </a>
    ) : (
      <span class="mf-muted">{say.none_}</span>
    )
  return [...columns, { label: people.end, plain: true, cell: end }]
}

function Skills({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const { skills, person, may } = data
  const add = { href: directoryPaths.newSkill(person.id), label: say.addSkill }
  const own = may.skill === true
  return (
    <Section id="h-skills" title={say.skills}>
      {skills.length === 0 ? (
        <Empty title={say.noSkills} action={own ? add : undefined}>
          {say.noSkillsRule}
        </Empty>
      ) : (
        <ul class="mf-list">
          {skills.map((skill) => (
            <li>
              <a class="govuk-link" href={directoryPaths.skills(skill.skill)}>
                <Recorded lang={skill.lang}>{skill.skill}</Recorded>
              </a>
              {own ? (
                <>
                  {' · '}
                  <a class="govuk-link" href={directoryPaths.endSkill(person.id, skill.id)}>
                    {say.removeSkill}
                    <span class="govuk-visually-hidden">: {skill.skill}</span>
                  </a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {own && skills.length > 0 ? (
        <div class="mf-actions mf-actions--end">
          <ButtonLink href={add.href}>{add.label}</ButtonLink>
        </div>
      ) : null}
    </Section>
  )
}

function Seats({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const own = words[view.lang]
  const { seats } = data
  return (
    <Section id="h-seats" title={say.seats}>
      {seats.length === 0 ? (
        <Empty title={say.noSeats} />
      ) : (
        <div class="mf-panel">
          <Table
            caption={say.seats}
            rows={seats}
            columns={[
              {
                label: own.programme,
                head: true,
                cell: (seat) => (
                  <a class="govuk-link" href={seat.href}>
                    <Recorded lang={seat.lang}>{seat.programme}</Recorded>
                  </a>
                ),
              },
              { label: own.role, cell: (seat) => seat.role(view.lang) },
              { label: say.organisation, cell: (seat) => seat.organisation },
              { label: own.since, cell: (seat) => <Time at={seat.firstDay} /> },
              { label: own.until, cell: (seat) => (seat.lastDay ? <Time at={seat.lastDay} /> : own.now) },
            ]}
          />
        </div>
      )}
    </Section>
  )
}

function Acts({ view, data }: Props) {
  const say = peopleWords[view.lang]
  const { person, may } = data
  if (!view.person) return null
  return (
    <Section id="h-acts" title={say.acts}>
      {may.edit === true ? (
        <div class="mf-actions">
          <ButtonLink secondary href={directoryPaths.personName(person.id)}>
            {say.edit}
          </ButtonLink>
          {may.merge === true ? (
            <ButtonLink secondary href={directoryPaths.personMerger(person.id)}>
              {mergingWords[view.lang].merge}
            </ButtonLink>
          ) : null}
        </div>
      ) : (
        <DisabledButton id="edit-person" secondary reason={may.edit.text(view.lang)}>
          {say.edit}
        </DisabledButton>
      )}
    </Section>
  )
}
