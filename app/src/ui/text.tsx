import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { daysBetween, formatDate, formatDateTime, formatDays, type Lang, relativeDay } from './language.ts'
import { useLang, useWords } from './view.ts'

/** A number or short code that must not break across lines. */
export function Num({ children }: { children?: Child }) {
  return <span class="mf-num">{children}</span>
}

/** A date ('YYYY-MM-DD', or 'YYYY-MM') or, with `clock`, an instant, in the reader's language. */
export function Time({ at, clock }: { at: string | Date; clock?: boolean }) {
  const lang = useLang()
  const machine = typeof at === 'string' ? at : at.toISOString()
  return <time datetime={machine}>{clock ? formatDateTime(lang, at) : formatDate(lang, at)}</time>
}

/** When somebody acted, as far as the reader is told: the instant, or the day alone ('YYYY-MM-DD'). */
export function ActTime({ at }: { at: string | Date }) {
  return <Time at={at} clock={at instanceof Date || at.length > 10} />
}

/** "12 hari lagi, sampai 6 Desember 2026": nearness never stands without its date. */
export function DueDate({ at, today }: { at: string; today: string }) {
  const lang = useLang()
  return (
    <>
      {relativeDay(lang, at, today)}, <Time at={at} />
    </>
  )
}

export type SlipProps = {
  /** The first date, 'YYYY-MM-DD', which is never edited. */
  first: string
  /** The date as it stands; the same as `first` when it never moved. */
  current: string
  /** The day it was done, if it was. */
  done?: string
}

/** First date struck through, the date now, and the slip in days. */
export function SlipDate({ first, current, done }: SlipProps) {
  const words = useWords()
  const last = done ?? current
  return (
    <>
      {last === first ? null : (
        <>
          <s>
            <span class="govuk-visually-hidden">{words.date.first} </span>
            <Time at={first} />
          </s>{' '}
        </>
      )}
      <Time at={last} />
      <b class={!done && last > first ? 'mf-slip mf-slip--late' : 'mf-slip'}>
        {slipText(useLang(), words, { first, current, done })}
      </b>
    </>
  )
}

/** "Mundur 90 hari", "Selesai, mundur 76 hari", "Sesuai rencana" … */
export function slipText(
  lang: Lang,
  { date }: ReturnType<typeof useWords>,
  { first, current, done }: SlipProps,
): string {
  const slip = daysBetween(first, done ?? current)
  const days = formatDays(lang, Math.abs(slip))
  if (done) return slip === 0 ? date.doneOnTime : slip > 0 ? date.doneLater(days) : date.doneEarlier(days)
  return slip === 0 ? date.onPlan : slip > 0 ? date.later(days) : date.earlier(days)
}

/** Text of a record in the language it was written in: `lang` is set where it differs from the page's. */
export function Recorded({ lang, as = 'span', class: name, children }: RecordedProps) {
  const Element = as
  return (
    <Element class={name} lang={lang === useLang() ? undefined : lang}>
      {children}
    </Element>
  )
}

type RecordedProps = {
  /** Language tag of the record; unknown languages are left out. */
  lang?: string
  as?: 'span' | 'p' | 'div' | 'li' | 'q' | 'blockquote' | 'h1' | 'h2' | 'h3' | 'dd' | 'td'
  class?: string
  children?: Child
}

/** A link to an address that someone typed: shown as plain text unless it is http(s) or mail. */
export function ExternalLink({ href, children }: { href: string; children?: Child }) {
  if (!/^(https?:\/\/|mailto:)/i.test(href)) return <>{children ?? href}</>
  return (
    <a class="govuk-link" href={href} rel="noopener nofollow">
      {children ?? href}
    </a>
  )
}

export const examples: Example[] = [
  {
    name: 'Time, ActTime and DueDate',
    render: () => (
      <p class="govuk-body">
        <Time at="2026-11-18" /> · <Time at="2026-08" /> · <Time at={new Date('2026-11-18T09:42:00Z')} clock /> ·{' '}
        <ActTime at="2026-11-18T09:42:00.000Z" /> · <ActTime at="2026-11-18" /> ·{' '}
        <DueDate at="2026-12-06" today="2026-11-24" />
      </p>
    ),
  },
  {
    name: 'SlipDate',
    render: () => (
      <ul class="govuk-list">
        <li>
          <SlipDate first="2026-10-31" current="2027-01-29" />
        </li>
        <li>
          <SlipDate first="2026-06-30" current="2026-06-30" done="2026-09-14" />
        </li>
        <li>
          <SlipDate first="2027-07-31" current="2027-07-31" />
        </li>
      </ul>
    ),
  },
  {
    name: 'Recorded',
    render: (lang) => (
      <Recorded as="p" class="govuk-body" lang={say(lang, 'en', 'id')}>
        {say(lang, 'Publish the data inventory.', 'Terbitkan daftar data.')}
      </Recorded>
    ),
  },
  {
    name: 'ExternalLink',
    render: () => (
      <p class="govuk-body">
        <ExternalLink href="https://strategy.data.gov/">strategy.data.gov</ExternalLink> ·{' '}
        <ExternalLink href="ftp://arsip.example/daftar" />
      </p>
    ),
  },
]
