import { BelowProgramme } from '#modules/programmes/pages/below-programme.tsx'
import { Facts } from '#ui/facts.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { interestPaths } from '../paths.ts'
import type { PersonData } from '../read-pages.ts'
import { words } from '../words.ts'
import { ConflictsPart } from './conflicts-part.tsx'
import { DeclarationPart } from './declaration.tsx'
import { StandingTag } from './parts.tsx'

export function PersonInterestsPage({ view, data }: { view: View; data: PersonData }) {
  const say = words[view.lang]
  const { programme, person, declaration, standing, interests, earlier } = data
  const notes = new Map(data.notes.map((note) => [note.id, note.text]))
  const crumbs = [{ href: interestPaths.register(programme.slug), label: say.register }]
  const facts = [
    {
      label: say.post,
      value: <Recorded lang="id">{[person.post, person.organisation].filter(Boolean).join(', ')}</Recorded>,
    },
    { label: say.standing, value: <StandingTag standing={standing} /> },
  ]
  const days = declaration
    ? [
        { label: say.declaredOn, value: <Time at={declaration.declared_on} /> },
        { label: say.until, value: <Time at={declaration.valid_until} /> },
      ]
    : []
  return (
    <BelowProgramme view={view} programme={programme} title={person.name} crumbs={crumbs}>
      <Facts items={[...facts, ...days]} />
      {declaration ? (
        <section class="mf-section" aria-labelledby="h-kepentingan">
          <h2 class="govuk-heading-l" id="h-kepentingan">
            {say.interests}
          </h2>
          <DeclarationPart view={view} interests={interests} notes={notes} earlier={earlier} />
        </section>
      ) : null}
      <ConflictsPart view={view} data={data} />
      <p class="mf-small mf-muted">
        {say.notesHeld} {say.law}
      </p>
    </BelowProgramme>
  )
}
