import type { Example } from './example.ts'
import { formatNumber } from './language.ts'
import { useLang, useWords } from './view.ts'

export type PaginationProps = {
  /** From 1. */
  page: number
  /** Rows a page; lists show 25. */
  size: number
  /** Rows in all. */
  total: number
  href: (page: number) => string
  /** Names the list, where a page has two. */
  of?: string
}

/** Thrown by a page of a list that has fewer pages; whoever answers the request leads to the last one instead. */
export class BeyondLastPage extends Error {
  readonly href: string

  constructor(href: string) {
    super('beyond the last page')
    this.href = href
  }
}

/** Pages of a long list, by link; nothing when one page holds all. Stands on every state of the list, an empty one too. */
export function Pagination({ page, size, total, href, of }: PaginationProps) {
  const { list } = useWords()
  const last = Math.max(1, Math.ceil(total / size))
  if (page > last) throw new BeyondLastPage(href(last))
  if (last <= 1) return null
  return (
    <nav class="govuk-pagination" aria-label={of ? `${list.pages}: ${of}` : list.pages}>
      {page > 1 ? <Step way="prev" href={href(page - 1)} label={list.previous} /> : null}
      <ul class="govuk-pagination__list">
        {pagesAround(page, last).map((number) =>
          number === null ? (
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
          ) : (
            <PageNumber number={number} current={number === page} href={href(number)} />
          ),
        )}
      </ul>
      {page < last ? <Step way="next" href={href(page + 1)} label={list.next} /> : null}
    </nav>
  )
}

/** "1–25 dari 240"; of nothing the empty state tells. */
export function Shown({ page, size, total }: Omit<PaginationProps, 'href' | 'of'>) {
  const lang = useLang()
  if (total === 0) return null
  const from = (page - 1) * size + 1
  const to = Math.min(page * size, total)
  const [first, last, all] = [from, to, total].map((count) => formatNumber(lang, count)) as [string, string, string]
  return <p class="mf-shown">{useWords().list.shown(first, last, all)}</p>
}

/** First, last, and the neighbours of the current page; null stands for a gap. */
export function pagesAround(page: number, last: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, last].filter((number) => number >= 1 && number <= last)
  const numbers = [...new Set(wanted)].sort((a, b) => a - b)
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1] ?? 0
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [null, number] : [number]
  })
}

function PageNumber({ number, current, href }: { number: number; current: boolean; href: string }) {
  const name = formatNumber(useLang(), number)
  return (
    <li class={`govuk-pagination__item${current ? ' govuk-pagination__item--current' : ''}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={useWords().list.page(name)}
        aria-current={current ? 'page' : undefined}
      >
        {name}
      </a>
    </li>
  )
}

function Step({ way, href, label }: { way: 'prev' | 'next'; href: string; label: string }) {
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={way}>
        <span class="govuk-pagination__link-title">{label}</span>
      </a>
    </div>
  )
}

export const examples: Example[] = [
  {
    name: 'Pagination: first page',
    render: () => <Pagination page={1} size={25} total={60} href={(page) => `?page=${page}`} />,
  },
  {
    name: 'Pagination: in the middle',
    render: () => (
      <div>
        <Shown page={7} size={25} total={1062} />
        <Pagination page={7} size={25} total={1062} href={(page) => `?page=${page}`} of="tasks" />
      </div>
    ),
  },
]
