import { Card, Cards } from '#ui/card.tsx'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/frame.tsx'
import { ListTools } from '#ui/list-tools.tsx'
import { Section } from '#ui/section.tsx'
import type { View } from '#ui/view.ts'
import type { DatasetList } from '../loads.ts'
import { dataPaths } from '../paths.ts'
import { words } from '../words.ts'
import { words as archiveWords } from '../words-archives.ts'

export function DataPage({ data: { q, datasets }, view }: { data: DatasetList; view: View }) {
  const say = words[view.lang]
  return (
    <Page view={view} title={say.title} breadcrumbs={[]} description={say.lead}>
      <h1 class="govuk-heading-xl">{say.title}</h1>
      <p class="govuk-body-l">{say.lead}</p>
      <p class="govuk-body">{say.classText}</p>
      <ListTools action={dataPaths.list()} label={say.search} q={q} />
      {datasets.length > 0 ? (
        <>
          <h2 class="govuk-visually-hidden">{say.found}</h2>
          <Cards>
            {datasets.map(({ key, title, description, frequency, licence }) => (
              <Card href={dataPaths.dataset(key)} title={title} meta={[say.frequencies[frequency], licence]}>
                <p class="govuk-body">{description}</p>
              </Card>
            ))}
          </Cards>
        </>
      ) : (
        <Empty title={say.none} action={{ href: dataPaths.list(), label: say.clear }}>
          {say.noneRule}
        </Empty>
      )}
      <Section id="katalog" title={say.catalogue} intro={say.catalogueIntro}>
        <ul class="govuk-list">
          {[
            { href: dataPaths.catalogJson(), label: say.catalogueJson },
            { href: dataPaths.catalogTurtle(), label: say.catalogueTurtle },
            { href: dataPaths.popolo(), label: say.popolo },
            { href: dataPaths.archives(), label: archiveWords[view.lang].title },
          ].map(({ href, label }) => (
            <li>
              <a class="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
