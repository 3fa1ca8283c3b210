import type { Party } from '#modules/programmes/public.ts'
import { formatNumber } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import { linkedTitle } from '../links.ts'
import type { ItemKind, Manner, Meeting, Result } from '../meeting.ts'
import type { AttendanceRow, MeetingRecord, Named, PlacedItem } from '../read-pages.ts'
import { words } from '../words.ts'
import { whenParts } from '../zone.ts'

type Look = { sign: SignName; tone: Tone }

const stateLooks: Record<Meeting['state'] | 'unrecorded', Look> = {
  planned: { sign: 'open', tone: 'blue' },
  held: { sign: 'check', tone: 'green' },
  cancelled: { sign: 'cross', tone: 'grey' },
  unrecorded: { sign: 'half', tone: 'yellow' },
}

/** Planned and over means that nobody has said yet whether it was held. */
export function StateTag({ meeting, now }: { meeting: Pick<Meeting, 'state' | 'starts_at'>; now: Date }) {
  const say = words[useLang()]
  const unrecorded = meeting.state === 'planned' && meeting.starts_at <= now
  const state = unrecorded ? 'unrecorded' : meeting.state
  return <Tag {...stateLooks[state]}>{state === 'unrecorded' ? say.unrecorded : say.states[state]}</Tag>
}

const mannerLooks: Record<Manner, Look> = {
  'in-person': { sign: 'check', tone: 'green' },
  online: { sign: 'check', tone: 'green' },
  'delegate-decides': { sign: 'half', tone: 'blue' },
  delegate: { sign: 'half', tone: 'yellow' },
  'absent-notice': { sign: 'door', tone: 'grey' },
  absent: { sign: 'cross', tone: 'red' },
}

export function MannerTag({ manner }: { manner: Manner }) {
  return <Tag {...mannerLooks[manner]}>{words[useLang()].manners[manner]}</Tag>
}

const kindSigns: Record<ItemKind, SignName> = { decision: 'check', discussion: 'half', information: 'open' }

export function KindTag({ kind }: { kind: ItemKind }) {
  return (
    <Tag sign={kindSigns[kind]} tone="outline">
      {words[useLang()].kinds[kind]}
    </Tag>
  )
}

const resultLooks: Record<Result, Look> = {
  settled: { sign: 'check', tone: 'green' },
  carried: { sign: 'half', tone: 'yellow' },
  dropped: { sign: 'cross', tone: 'grey' },
}

export function ResultTag({ result }: { result: Result }) {
  return <Tag {...resultLooks[result]}>{words[useLang()].results[result]}</Tag>
}

export function When({ meeting }: { meeting: Pick<Meeting, 'starts_at' | 'length_minutes' | 'zone'> }) {
  const { day, hours } = whenParts(useLang(), meeting)
  return (
    <>
      <time datetime={meeting.starts_at.toISOString()}>{day}</time>, <span class="mf-date">{hours}</span>
    </>
  )
}

export function PartyName({ party }: { party: Pick<Party, 'name' | 'acronym'> }) {
  return <Recorded lang="id">{party.acronym ?? party.name}</Recorded>
}

/** Who came, party by party; before the meeting, what the parties have answered. */
export function AttendanceTable({ rows, held }: { rows: AttendanceRow[]; held: boolean }) {
  const lang = useLang()
  const say = words[lang]
  const shown = held ? rows.filter((row) => row.attendance || row.required) : rows
  const columns: Column<AttendanceRow>[] = [
    {
      label: say.party,
      head: true,
      cell: (row) => (
        <>
          <Recorded lang="id">{row.name}</Recorded>
          {row.required ? <span class="mf-small mf-muted mf-after">{say.mustAttend}</span> : null}
        </>
      ),
    },
    {
      label: say.manner,
      plain: true,
      cell: ({ attendance }) => {
        if (!attendance) return <span class="mf-muted">{held ? say.notRecorded : say.noAnswer}</span>
        const who = [attendance.person, attendance.delegate_of && say.forWhom(attendance.delegate_of)].filter(Boolean)
        return (
          <>
            <MannerTag manner={attendance.manner} />
            {who.length > 0 ? <span class="mf-small mf-after">{who.join(', ')}</span> : null}
          </>
        )
      },
    },
  ]
  return (
    <div class="mf-panel">
      <Table caption={held ? say.attendance : say.answers} rows={shown} columns={columns} />
    </div>
  )
}

/** The matter with who brought it and how often it was put off. */
export function Matter({ item }: { item: PlacedItem }) {
  const lang = useLang()
  const say = words[lang]
  return (
    <>
      {item.position}. <Recorded lang={item.lang}>{item.title}</Recorded>
      <span class="mf-small mf-muted mf-after">
        {say.from} <Recorded lang={item.owner_lang}>{item.owner}</Recorded>
        {item.carried > 0 ? <> · {say.carriedTimes(formatNumber(lang, item.carried))}</> : null}
        {item.class === 'public' ? null : <> · {say.onlyMembers}</>}
      </span>
      {item.body ? (
        <Recorded as="p" lang={item.lang} class="mf-small mf-after">
          {item.body}
        </Recorded>
      ) : null}
    </>
  )
}

/** What came of a matter, with the task or decision that it led to. */
export function Outcome({ item, data }: { item: PlacedItem; data: Pick<MeetingRecord, 'tasks' | 'decisions'> }) {
  const lang = useLang()
  const { outcome } = item
  if (!outcome) return null
  return (
    <>
      <ResultTag result={outcome.result} />
      {outcome.text ? (
        <Recorded as="p" lang={outcome.lang} class="mf-small mf-after">
          {outcome.text}
        </Recorded>
      ) : null}
      <LedTo label={words[lang].task} named={data.tasks} id={outcome.task_id} />
      <LedTo label={words[lang].decision} named={data.decisions} id={outcome.decision_id} />
    </>
  )
}

function LedTo({ label, named, id }: { label: string; named: Named; id: string | null }) {
  const lang = useLang()
  const linked = id ? named.get(id) : undefined
  if (!linked) return null
  const title = linkedTitle(linked, lang)
  return (
    <p class="mf-small mf-after">
      {label}:{' '}
      <a class="govuk-link" href={linked.href}>
        <Recorded lang={title.lang}>{title.text}</Recorded>
      </a>
    </p>
  )
}
