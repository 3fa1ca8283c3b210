import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { Recorded, Time } from './text.tsx'

/** A stretch of text; `found`: words that were looked for. */
type Stretch = { text: string; found: boolean }

export type FoundItem = {
  href: string
  title: Stretch[]
  lang?: string
  /** In one line: what it is, where it belongs, from when. */
  facts: Child[]
  excerpt: Stretch[]
  excerptLang?: string
}

/** What a search found, one below the other, with the words that were looked for marked. */
export function FoundList({ items }: { items: FoundItem[] }) {
  return (
    <ol class="mf-list mf-found">
      {items.map(({ href, title, lang, facts, excerpt, excerptLang }) => (
        <li>
          <ul class="mf-meta">
            {facts.map((fact) => (
              <li>{fact}</li>
            ))}
          </ul>
          <h3 class="mf-list__title">
            <a class="govuk-link" href={href}>
              <Recorded lang={lang}>
                <Marked text={title} />
              </Recorded>
            </a>
          </h3>
          {excerpt.length > 0 ? (
            <Recorded as="p" class="mf-small" lang={excerptLang}>
              <Marked text={excerpt} />
            </Recorded>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function Marked({ text }: { text: Stretch[] }) {
  return <>{text.map((piece) => (piece.found ? <mark class="mf-mark">{piece.text}</mark> : piece.text))}</>
}

export const examples: Example[] = [
  {
    name: 'FoundList',
    render: (lang) => (
      <FoundList
        items={[
          {
            href: '#tugas',
            title: [
              { text: say(lang, 'Sambungan ', 'Connections to '), found: false },
              { text: say(lang, 'air', 'water'), found: true },
              { text: say(lang, ' ke 14 desa', ' for 14 villages'), found: false },
            ],
            facts: [say(lang, 'Tugas', 'Task'), 'Stunting', <Time at="2026-11-18" />],
            excerpt: [
              { text: say(lang, '… sumur bor dan sambungan ', '… wells and connections to '), found: false },
              { text: say(lang, 'air', 'water'), found: true },
              { text: say(lang, ' minum …', ' in houses …'), found: false },
            ],
          },
        ]}
      />
    ),
  },
]
