import { type Example, say } from './example.ts'
import { type NavItem, useWords } from './view.ts'

type Counted = NavItem & { count?: number }

/** The parts of a long page, as chips. */
export function Jump({ items }: { items: Counted[] }) {
  return (
    <nav aria-label={useWords().frame.onThisPage}>
      <ul class="mf-jump">
        {items.map((item) => (
          <li>
            <a href={item.href}>
              {item.label}
              <Count of={item} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Parts of a list, each its own address. `current` is the one shown. */
export function Tabs({ label, items, current }: { label: string; items: Counted[]; current: string }) {
  return (
    <nav aria-label={label}>
      <ul class="mf-tabs">
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.href === current ? 'page' : undefined}>
              {item.label}
              <Count of={item} />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Count({ of }: { of: Counted }) {
  return of.count === undefined ? null : (
    <>
      {' '}
      <span class="mf-count">{of.count}</span>
    </>
  )
}

export const examples: Example[] = [
  {
    name: 'Jump',
    render: (lang) => (
      <Jump
        items={[
          { href: '#h-ind', label: say(lang, 'Tujuh indikator', 'Seven indicators') },
          { href: '#h-ham', label: say(lang, 'Hambatan', 'Obstacles'), count: 3 },
          { href: '#h-ton', label: say(lang, 'Tonggak', 'Milestones') },
        ]}
      />
    ),
  },
  {
    name: 'Tabs',
    render: (lang) => (
      <Tabs
        label={say(lang, 'Pilah tugas', 'Parts of the task list')}
        current="#menunggu"
        items={[
          { href: '#menunggu', label: say(lang, 'Menunggu instansi lain', 'Waiting on others'), count: 4 },
          { href: '#saya', label: say(lang, 'Menunggu saya', 'Waiting on me'), count: 3 },
          { href: '#selesai', label: say(lang, 'Selesai pekan ini', 'Done this week'), count: 6 },
        ]}
      />
    ),
  },
]
