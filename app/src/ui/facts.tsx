import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { Num } from './text.tsx'

export type Fact = { label: string; value: Child }

/** What people came for, as labels and values. `columns` counts on a wide screen. */
export function Facts({ items, columns = 3 }: { items: Fact[]; columns?: 2 | 3 }) {
  return (
    <dl class={columns === 2 ? 'mf-facts mf-facts--2' : 'mf-facts'}>
      {items.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The same, one row a fact, for a card or a reading column. */
export function Rows({ items }: { items: Fact[] }) {
  return (
    <dl class="mf-rows">
      {items.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A link below a value that leads away from it. */
export function FactLink({ href, children }: { href: string; children?: Child }) {
  return (
    <a class="govuk-link mf-after" href={href}>
      {children}
    </a>
  )
}

export const examples: Example[] = [
  {
    name: 'Facts',
    render: (lang) => (
      <Facts
        items={[
          { label: say(lang, 'Dipimpin', 'Led by'), value: <strong>Bappeda</strong> },
          {
            label: say(lang, 'Dasar hukum', 'Legal basis'),
            value: (
              <>
                {say(lang, 'Keputusan Bupati', 'Decision of the Regent')} <Num>188/117/2025</Num>
                <FactLink href="#piagam">{say(lang, 'Piagam program', 'Programme charter')}</FactLink>
              </>
            ),
          },
          {
            label: say(lang, 'Belum terjangkau', 'Not reached yet'),
            value: say(lang, '4 dari 18 desa', '4 of 18 villages'),
          },
        ]}
      />
    ),
  },
  {
    name: 'Rows',
    render: (lang) => (
      <Rows
        items={[
          { label: say(lang, 'Diputuskan oleh', 'Decided by'), value: 'PPID Kabupaten Mekarsari' },
          { label: say(lang, 'Nomor', 'Number'), value: <Num>UK-2026/009</Num> },
        ]}
      />
    ),
  },
]
