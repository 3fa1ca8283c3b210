import { History } from '#ui/history.tsx'
import type { Child } from '#ui/jsx/element.ts'
import { Recorded } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import type { NamedEvent } from '../happening.ts'
import { inLanguageOf } from '../programme.ts'
import { words } from '../words.ts'

/** What happened, newest first: the sentence, what it is about, who did it. */
export function EventList({ events }: { events: NamedEvent[] }) {
  const say = words[useLang()].history
  return (
    <History
      events={events.map((event) => ({
        at: event.at,
        what: event.about ? <About event={event} /> : <Linked href={event.href}>{event.what}</Linked>,
        who: event.person ?? (event.job ? say.byJob : undefined),
        more: event.programme ? <ProgrammeOf {...event} /> : undefined,
      }))}
    />
  )
}

function ProgrammeOf({ programme, programme_en, programme_lang }: NamedEvent) {
  const name = inLanguageOf(useLang(), { own: programme!, en: programme_en ?? null, lang: programme_lang! })
  return (
    <span class="mf-muted">
      <Recorded lang={name.lang}>{name.text}</Recorded>
    </span>
  )
}

function About({ event }: { event: NamedEvent }) {
  return (
    <>
      {event.what}:{' '}
      <Linked href={event.href}>
        <Recorded lang={event.about_lang ?? undefined}>{event.about}</Recorded>
      </Linked>
    </>
  )
}

function Linked({ href, children }: { href?: string; children?: Child }) {
  if (!href) return <>{children}</>
  return (
    <a class="govuk-link" href={href}>
      {children}
    </a>
  )
}
