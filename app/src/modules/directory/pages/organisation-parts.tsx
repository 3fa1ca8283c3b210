import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatNumber } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { isDissolved } from '../organisation.ts'
import { directoryPaths } from '../paths.ts'
import type { Post } from '../person.ts'
import type { OrganisationData } from '../read-organisations.ts'
import { words } from '../words.ts'

type Props = { view: View; data: OrganisationData }

/** Who holds a post here now, and who did. */
export function People({ view, data }: Props) {
  const say = words[view.lang]
  const { now, before, may, organisation } = data
  const people = new Set(now.map((post) => post.person_id)).size
  return (
    <Section
      id="h-people"
      title={say.peopleNow}
      intro={people > 0 ? say.peopleNowIntro(formatNumber(view.lang, people)) : undefined}
    >
      <Knows view={view} data={data} />
      {now.length === 0 ? (
        <Empty title={say.nobody}>{isDissolved(organisation, view.today) ? null : say.nobodyRule}</Empty>
      ) : (
        <div class="mf-panel">
          <Table caption={say.peopleNow} rows={now} columns={postColumns(view, false)} />
        </div>
      )}
      {before.length > 0 ? (
        <Details summary={`${say.peopleBefore} (${formatNumber(view.lang, before.length)})`}>
          <Table caption={say.peopleBefore} rows={before} columns={postColumns(view, true)} />
        </Details>
      ) : null}
      {view.person ? (
        may.appoint === true ? (
          <div class="mf-actions mf-actions--end">
            <ButtonLink href={directoryPaths.appointment(organisation.id)}>{say.appoint}</ButtonLink>
            <ButtonLink secondary href={directoryPaths.newPerson(organisation.id)}>
              {say.addPerson}
            </ButtonLink>
            <ButtonLink secondary href={directoryPaths.invitations()}>
              {say.invite}
            </ButtonLink>
          </div>
        ) : (
          <DisabledButton id="appoint" reason={may.appoint.text(view.lang)}>
            {say.appoint}
          </DisabledButton>
        )
      ) : null}
    </Section>
  )
}

function postColumns(view: View, ended: boolean): Column<Post>[] {
  const say = words[view.lang]
  const columns: Column<Post>[] = [
    {
      label: say.name,
      head: true,
      cell: (post) => (
        <a class="govuk-link" href={directoryPaths.person(post.person_id)}>
          {post.person}
        </a>
      ),
    },
    {
      label: say.post,
      cell: (post) => (
        <>
          <Recorded lang={post.lang}>{post.post}</Recorded>
          {post.head ? <span class="mf-small mf-muted mf-after">{say.head}</span> : null}
        </>
      ),
    },
    { label: say.since, cell: (post) => <Time at={post.starts_on} /> },
  ]
  if (!ended) return columns
  return [...columns, { label: say.until, cell: (post) => <Time at={post.ends_on ?? ''} /> }]
}

/** One line of links: who of the other agencies reads this wants to know whom to ask about what. */
function Knows({ view, data }: Props) {
  const { skills } = data
  if (skills.length === 0) return null
  return (
    <p class="govuk-body">
      {words[view.lang].knows}:{' '}
      {skills.map(({ skill, people }, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a class="govuk-link" href={directoryPaths.skills(skill)}>
            {skill}
          </a>{' '}
          ({formatNumber(view.lang, people)})
        </>
      ))}
    </p>
  )
}

/** The programmes it is or was a party in. */
export function Programmes({ view, data }: Props) {
  const say = words[view.lang]
  const { programmes } = data
  return (
    <Section id="h-programmes" title={say.programmes}>
      {programmes.length === 0 ? (
        <Empty title={say.noProgrammes} />
      ) : (
        <div class="mf-panel">
          <Table
            caption={say.programmes}
            rows={programmes}
            columns={[
              {
                label: say.programme,
                head: true,
                cell: (party) => (
                  <a class="govuk-link" href={party.href}>
                    <Recorded lang={party.lang}>{party.programme}</Recorded>
                  </a>
                ),
              },
              { label: say.role, cell: (party) => party.role(view.lang) },
              { label: say.since, cell: (party) => <Time at={party.since} /> },
              { label: say.until, cell: (party) => (party.until ? <Time at={party.until} /> : say.now) },
            ]}
          />
        </div>
      )}
    </Section>
  )
}

export function Children({ view, data }: Props) {
  const say = words[view.lang]
  const { children } = data
  if (children.length === 0) return null
  return (
    <Section id="h-children" title={say.children}>
      <ul class="mf-list">
        {children.map((child) => (
          <li>
            <a class="govuk-link" href={directoryPaths.organisation(child.id)}>
              <Recorded lang={child.lang}>{child.name}</Recorded>
            </a>
            {child.acronym ? <span class="mf-muted"> ({child.acronym})</span> : null}
            {isDissolved(child, view.today) ? (
              <>
                {' '}
                <Tag sign="stop" tone="grey">
                  {say.dissolved}
                </Tag>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
