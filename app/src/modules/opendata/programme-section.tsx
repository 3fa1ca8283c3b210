import type { Lang } from '#kernel/reason.ts'
import { programmeSection } from '#modules/programmes/standing.ts'
import { dataPaths } from './paths.ts'
import { words } from './words.ts'

/** On the page of a programme: where to follow it, and where its records are to be had. */
export const openDataSection = programmeSection<{ feed: string; datasets: string }>({
  order: 95,
  id: 'data-terbuka',
  title: (lang: Lang) => words[lang].title,
  load: async (_tx, { slug }) => ({ feed: dataPaths.feed(slug), datasets: dataPaths.list() }),
  render: ({ feed, datasets }, view) => {
    const say = words[view.lang]
    return {
      intro: say.ofProgrammeIntro,
      more: { href: datasets, label: say.title },
      body: (
        <p class="govuk-body">
          <a class="govuk-link" href={feed} type="application/atom+xml">
            {say.feed}
          </a>
        </p>
      ),
    }
  },
})
