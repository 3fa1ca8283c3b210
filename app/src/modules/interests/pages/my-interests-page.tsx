import { ButtonLink, DisabledButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import { interestPaths } from '../paths.ts'
import type { MineData } from '../read-pages.ts'
import { words } from '../words.ts'
import { DeclarationPart } from './declaration.tsx'
import { StandingTag } from './parts.tsx'

export function MyInterestsPage({ view, data }: { view: View; data: MineData }) {
  const say = words[view.lang]
  const { declaration, standing, interests, notes, earlier, may } = data
  return (
    <Page view={view} title={say.mine} example={data.example}>
      <h1 class="govuk-heading-xl">{say.mine}</h1>
      <p class="govuk-body-l">{say.mineLead}</p>
      {declaration ? (
        <>
          <p class="govuk-body">
            <StandingTag standing={standing} /> {standing === 'valid' ? say.validUntil : say.ranOut}{' '}
            <Time at={declaration.valid_until} />
          </p>
          <DeclarationPart view={view} interests={interests} notes={notes} earlier={earlier} />
        </>
      ) : (
        <Empty title={say.mineMissing}>{say.mineMissingRule}</Empty>
      )}
      <div class="mf-actions">
        {may === true ? (
          <ButtonLink href={interestPaths.declare()}>{say.declare}</ButtonLink>
        ) : (
          <DisabledButton id="declare" reason={may.text(view.lang)}>
            {say.declare}
          </DisabledButton>
        )}
      </div>
      <p class="mf-small mf-muted">{say.law}</p>
    </Page>
  )
}
