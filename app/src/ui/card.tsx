import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { exampleLevels, SevenKey, SevenStrip } from './seven.tsx'
import { StatusTag } from './tag.tsx'
import { Recorded, Time } from './text.tsx'

export type CardProps = {
  href: string
  title: string
  /** Language the title was written in. */
  lang?: string
  /** The state, first on the card. */
  tag?: Child
  /** Short facts in one line: who leads, how many partners. */
  meta?: Child[]
  /** At the bottom: the strip, and one line of health in words. */
  foot?: Child
  children?: Child
}

/** One thing that can be opened: the whole card is its link, and it has no other. */
export function Card({ href, title, lang, tag, meta, foot, children }: CardProps) {
  return (
    <li class="mf-card">
      {tag ? <div class="mf-prog__tags">{tag}</div> : null}
      <h3 class="mf-card__title">
        <a class="govuk-link" href={href}>
          <Recorded lang={lang}>{title}</Recorded>
        </a>
      </h3>
      {meta ? (
        <ul class="mf-meta">
          {meta.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      ) : null}
      {children}
      {foot ? <div class="mf-card__foot">{foot}</div> : null}
    </li>
  )
}

export function Cards({ columns = 3, children }: { columns?: 2 | 3; children?: Child }) {
  return <ul class={columns === 3 ? 'mf-grid mf-grid--3' : 'mf-grid'}>{children}</ul>
}

/** One line under the strip that says in words how it stands. */
export function Health({ children }: { children?: Child }) {
  return <p class="mf-health">{children}</p>
}

export type ListItem = { href: string; title: string; lang?: string; lines: Child[] }

/** Records one below the other, with hairlines: title, then one to three short lines. */
export function RecordList({ items, level = 3 }: { items: ListItem[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <ul class="mf-list">
      {items.map((item) => (
        <li>
          <Heading class="mf-list__title">
            <a class="govuk-link" href={item.href}>
              <Recorded lang={item.lang}>{item.title}</Recorded>
            </a>
          </Heading>
          {item.lines.map((line, index) => (
            <p class={index === 0 ? 'mf-small mf-muted' : 'mf-small'}>{line}</p>
          ))}
        </li>
      ))}
    </ul>
  )
}

export const examples: Example[] = [
  {
    name: 'Cards',
    render: (lang) => (
      <>
        <Cards>
          <Card
            href="#stunting"
            title={say(lang, 'Percepatan Penurunan Stunting', 'Faster Reduction of Stunting')}
            tag={<StatusTag status="running" />}
            meta={[
              <>
                {say(lang, 'Dipimpin', 'Led by')} <b>Bappeda</b>
              </>,
              say(lang, '7 mitra', '7 partners'),
            ]}
            foot={
              <>
                <SevenStrip id="kartu-1" levels={exampleLevels} />
                <Health>
                  {say(lang, 'Dua indikator di bawah ambang.', 'Two indicators are below their threshold.')}
                </Health>
              </>
            }
          />
          <Card
            href="#fds"
            lang="en"
            title="Federal Data Strategy 2020 Action Plan"
            tag={<StatusTag status="finished" />}
            meta={[say(lang, '24 instansi', '24 agencies')]}
            foot={<Health>{say(lang, 'Dinilai per 31 Desember 2020.', 'Evaluated as of 31 December 2020.')}</Health>}
          />
        </Cards>
        <SevenKey />
      </>
    ),
  },
  {
    name: 'RecordList',
    render: (lang) => (
      <RecordList
        items={[
          {
            href: '#k36',
            title: say(lang, 'Data ibu hamil berisiko dibagikan', 'Data on mothers at risk is shared'),
            lines: [
              <>
                Stunting · <Time at="2026-11-18" />
              </>,
              say(lang, '5 setuju, 1 menolak', '5 in favour, 1 against'),
            ],
          },
        ]}
      />
    ),
  },
]
