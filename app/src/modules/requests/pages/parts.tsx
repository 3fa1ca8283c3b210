import type { WorkCalendar } from '#kernel/calendar.ts'
import { type Ground, groundNames } from '#kernel/grounds.ts'
import { paragraphs } from '#ui/decision.tsx'
import { type Fact, Rows } from '#ui/facts.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { ExternalLink, Recorded, SlipDate, Time } from '#ui/text.tsx'
import type { View } from '#ui/view.ts'
import type { Written } from '../loads.ts'
import { daysLate, daysLeft, type InformationRequest, isOverdue, type RequestOutcome, type State } from '../request.ts'
import { words } from '../words.ts'

type Look = { sign: SignName; tone: Tone }

const looks: Record<Exclude<State, 'answered'> | 'overdue', Look> = {
  open: { sign: 'play', tone: 'blue' },
  paused: { sign: 'pause', tone: 'yellow' },
  reopened: { sign: 'half', tone: 'orange' },
  withdrawn: { sign: 'cross', tone: 'grey' },
  overdue: { sign: 'warning', tone: 'red' },
}

const endings: Record<RequestOutcome, Look> = {
  full: { sign: 'check', tone: 'green' },
  partial: { sign: 'half', tone: 'yellow' },
  refused: { sign: 'lock', tone: 'orange' },
  'not-held': { sign: 'dash', tone: 'grey' },
  forwarded: { sign: 'play', tone: 'grey' },
}

type Standing = Pick<InformationRequest, 'state' | 'due_on' | 'outcome'>

/** What the answer was; before there is one, what it waits for. */
export function StateTag({ of, view }: { of: Standing; view: View }) {
  const say = words[view.lang]
  if (of.state === 'answered') return <Tag {...endings[of.outcome!]}>{say.outcome[of.outcome!]}</Tag>
  const state = isOverdue(of, view.today) ? 'overdue' : of.state
  return <Tag {...looks[state]}>{say.state[state]}</Tag>
}

type DueProps = { of: InformationRequest; calendar: WorkCalendar; view: View }

/** First deadline and the one that holds now, and how many working days are left. */
export function Deadline({ of, calendar, view }: DueProps) {
  const say = words[view.lang].register
  if (of.state === 'paused')
    return (
      <>
        {words[view.lang].one.pausedSince} <Time at={of.paused_on!} />
      </>
    )
  if (!of.due_on) return <Time at={of.first_due_on} />
  const left = daysLeft(calendar, of, view.today)
  const late = daysLate(calendar, of)
  return (
    <>
      {of.due_on === of.first_due_on ? (
        <Time at={of.due_on} />
      ) : (
        <SlipDate first={of.first_due_on} current={of.due_on} />
      )}
      {left === undefined ? null : <span class="mf-small mf-muted"> {leftWords(view.lang, left)}</span>}
      {late > 0 ? <b class="mf-slip mf-slip--late"> {say.answeredLate(formatNumber(view.lang, late))}</b> : null}
      <span class="govuk-visually-hidden"> {say.calendar(formatNumber(view.lang, of.calendar_version))}</span>
    </>
  )
}

function leftWords(lang: Lang, left: number): string {
  const say = words[lang].register
  if (left === 0) return say.lastDay
  return left > 0 ? say.left(formatNumber(lang, left)) : say.overdue(formatNumber(lang, -left))
}

export function CalendarNote({ version, view }: { version: number; view: View }) {
  const say = words[view.lang].register
  return (
    <p class="mf-small mf-muted">
      {say.calendar(formatNumber(view.lang, version))}.{' '}
      <a class="govuk-link" href="/calendar">
        {say.calendarLink}
      </a>
      . {say.lawNote}
    </p>
  )
}

/** "17 huruf h: Rahasia pribadi". */
export function groundWords(lang: Lang, ground: string): string {
  const name = groundNames[ground as Ground]?.(lang)
  const article =
    lang === 'id' ? `UU 14/2008 Pasal 17 huruf ${ground.at(-1)}` : `Law 14/2008 article 17 ${ground.at(-1)}`
  return name ? `${article}: ${name}` : ground
}

/** What was written, each under what it is. */
export function Texts({ texts, lang, view }: { texts: Written[]; lang: Lang; view: View }) {
  return <Rows items={texts.map((one) => factOf(one, lang, view))} />
}

function factOf(one: Written, lang: Lang, view: View): Fact {
  const say = words[view.lang]
  const label = say.text[one.kind as keyof typeof say.text]
  if (one.erased) return { label, value: <span class="mf-muted">{say.one.erasedText}</span> }
  const manner = one.kind === 'manner' ? say.manner[one.body as keyof typeof say.manner] : undefined
  return {
    label,
    value: manner ?? (
      <>
        <Recorded lang={lang} as="div">
          {paragraphs(one.body).map((part) => (
            <p class="govuk-body">{part}</p>
          ))}
        </Recorded>
        <Links links={one.links} />
      </>
    ),
  }
}

export function Links({ links }: { links: string[] }) {
  if (links.length === 0) return null
  return (
    <ul class="govuk-list">
      {links.map((href) => (
        <li>
          <ExternalLink href={href}>{href}</ExternalLink>
        </li>
      ))}
    </ul>
  )
}
