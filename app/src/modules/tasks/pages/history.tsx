import { History, type HistoryEvent } from '#ui/history.tsx'
import { formatDate, type Lang } from '#ui/language.ts'
import { Section } from '#ui/section.tsx'
import { Recorded } from '#ui/text.tsx'
import type { TaskPageData } from '../loads.ts'
import { type Target, targetWords } from '../target.ts'
import type { ReasonCode, TaskState } from '../task.ts'
import { words } from '../words.ts'

/** `order`: the id of its row, which tells the order of two things of one day. */
type Dated = HistoryEvent & { day: string; order: string }

/** What happened to the task, newest first; rows without a date stand in the table of moves only. */
export function HistorySection({ lang, data }: { lang: Lang; data: TaskPageData }) {
  const events = [
    ...stateEvents(lang, data),
    ...moveEvents(lang, data),
    ...handoverEvents(lang, data),
    ...otherEvents(lang, data),
  ]
  if (events.length === 0) return null
  // What was written last in one instant stands first.
  events.reverse()
  events.sort((a, b) => (a.day === b.day ? (a.order < b.order ? 1 : -1) : a.day < b.day ? 1 : -1))
  return (
    <Section id="h-riwayat" title={words[lang].page.task.history}>
      <History events={events} />
    </Section>
  )
}

type Made = { id: string; created_at: string; person: string | null }

/** Instant of the act where someone did it here; the source's day where it was imported. */
function at(row: Made, day: string): Pick<Dated, 'at' | 'day' | 'order'> {
  return { at: row.person ? row.created_at : day, day, order: row.id }
}

function body(data: TaskPageData, id: string | null): string {
  return id ? (data.names.get(id)?.name ?? '') : ''
}

function stateEvents(lang: Lang, data: TaskPageData): Dated[] {
  const say = words[lang].page.task
  return data.states.map((row) => {
    const because = lang === 'en' && row.because_en ? row.because_en : row.because
    const ends = row.ends_on ? say.expected(formatDate(lang, row.ends_on)) : undefined
    return {
      ...at(row, row.changed_on),
      what: stateWords(lang, data, row),
      who: row.person ?? undefined,
      more: because || ends ? <Told text={because} lang={row.lang} also={ends} /> : undefined,
    }
  })
}

function stateWords(lang: Lang, data: TaskPageData, row: TaskPageData['states'][number]): string {
  const say = words[lang].page.task
  if (row.from_state === null && row.to_state === 'open') return say.planned
  if (row.to_state === 'waiting' && row.waiting_on) return say.becameWaiting(body(data, row.waiting_on))
  if (row.to_state === 'blocked' && row.code) return say.becameBlocked(words[lang].reason[row.code as ReasonCode])
  if (row.from_state === 'done' || row.from_state === 'cancelled') return say.reopened
  if ((row.from_state === 'waiting' || row.from_state === 'blocked') && row.to_state === 'in-progress')
    return say.resumed
  return say.became(words[lang].state[row.to_state as TaskState])
}

function moveEvents(lang: Lang, data: TaskPageData): Dated[] {
  const say = words[lang].page.task
  const target = (due: string | null, full: unknown) =>
    full ? targetWords(full as Target, lang).text : due ? formatDate(lang, due) : say.unknown
  return data.moves.flatMap((row) => {
    if (!row.moved_on) return []
    const asked = row.requested_by ? say.askedBy(body(data, row.requested_by)) : undefined
    const reason = lang === 'en' && row.reason_en ? row.reason_en : row.reason
    return {
      ...at(row, row.moved_on),
      what: say.moved(target(row.from_due, row.from_target), target(row.to_due, row.to_target)),
      who: row.person ?? undefined,
      more: <Told text={reason} lang={row.lang} also={asked} />,
    }
  })
}

function handoverEvents(lang: Lang, data: TaskPageData): Dated[] {
  const say = words[lang].page.task
  return data.handovers.flatMap((row) => {
    const offered: Dated = {
      ...at(row, row.offered_on),
      what: say.offeredTo(body(data, row.from_id), body(data, row.to_id)),
      who: row.person ?? undefined,
      more: <Told text={lang === 'en' && row.why_en ? row.why_en : row.why} lang={row.lang} />,
    }
    if (!row.answered_on || !row.answered_at) return offered
    const answer: Dated = {
      ...at({ id: `${row.id} answer`, created_at: row.answered_at, person: row.answerer }, row.answered_on),
      what: row.accepted ? say.accepted(body(data, row.to_id)) : say.declined(body(data, row.to_id)),
      who: row.answerer ?? undefined,
      more: row.because ? <Told text={row.because} lang={row.answer_lang ?? lang} /> : undefined,
    }
    return [offered, answer]
  })
}

function otherEvents(lang: Lang, data: TaskPageData): Dated[] {
  const say = words[lang].page.task
  const evidence = data.evidence.flatMap((row) =>
    row.given_on ? { ...at(row, row.given_on), what: say.gaveEvidence(row.what), who: row.person ?? undefined } : [],
  )
  const verified = data.verifications.map((row) => ({
    ...at(row, row.verified_on ?? row.created_at.slice(0, 10)),
    what: say.wasVerified,
    who: [row.person, body(data, row.organisation_id)].filter(Boolean).join(', '),
    more: row.note ? <Told text={row.note} lang={row.lang} /> : undefined,
  }))
  const reminded = data.reminders.map((row) => ({
    ...at(row, row.reminded_on),
    what: say.reminded(body(data, row.organisation_id)),
    who: row.person ?? undefined,
  }))
  return [...evidence, ...verified, ...reminded]
}

function Told({ text, lang, also }: { text: string | null; lang: string; also?: string }) {
  return (
    <>
      {text ? <Recorded lang={lang}>{text}</Recorded> : null}
      {text && also ? ' · ' : null}
      {also}
    </>
  )
}
