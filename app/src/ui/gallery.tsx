import { examples } from './examples.ts'
import { Page } from './frame.tsx'
import type { View } from './view.ts'

/** Development only: every component of the ui, as its examples use it. */
export function GalleryPage({ view }: { view: View }) {
  return (
    <Page view={view} title="Gallery">
      <h1 class="govuk-heading-xl">Gallery</h1>
      {examples.map(({ group, examples: shown }) => (
        <section class="mf-section" aria-labelledby={`g-${group}`}>
          <h2 class="govuk-heading-l" id={`g-${group}`}>
            {group}
          </h2>
          {shown.map((example) => (
            <div class="mf-sample">
              <p class="mf-label">{example.name}</p>
              {example.render(view.lang)}
            </div>
          ))}
        </section>
      ))}
    </Page>
  )
}
