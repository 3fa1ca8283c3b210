import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { Sign, type SignName } from './signs.tsx'
import { useWords } from './view.ts'

export type Tone = 'blue' | 'green' | 'red' | 'orange' | 'yellow' | 'grey' | 'outline'

/** A state as sign and word; the colour repeats the sign. A tag is never a link. */
export function Tag({ sign, tone = 'blue', children }: { sign: SignName; tone?: Tone; children?: Child }) {
  return (
    <strong class={toneClass[tone]}>
      <Sign name={sign} />
      {children}
    </strong>
  )
}

const toneClass: Record<Tone, string> = {
  blue: 'govuk-tag',
  green: 'govuk-tag govuk-tag--green',
  red: 'govuk-tag govuk-tag--red',
  orange: 'govuk-tag govuk-tag--orange',
  yellow: 'govuk-tag govuk-tag--yellow',
  grey: 'govuk-tag govuk-tag--grey',
  outline: 'govuk-tag mf-tag--open',
}

export type Level = 'good' | 'watch' | 'poor' | 'none'
export type Severity = 1 | 2 | 3
export type ProgrammeStatus = 'running' | 'prepared' | 'trial' | 'late' | 'finished' | 'stopped'

/** "Di atas ambang", "Perlu perhatian", "Di bawah ambang", "Data belum cukup". */
export function LevelTag({ level }: { level: Level }) {
  const look = levelLook[level]
  return <Tag {...look}>{useWords().level[level]}</Tag>
}

const levelLook: Record<Level, { sign: SignName; tone: Tone }> = {
  good: { sign: 'check', tone: 'green' },
  watch: { sign: 'half', tone: 'yellow' },
  poor: { sign: 'down', tone: 'red' },
  none: { sign: 'dashed', tone: 'grey' },
}

/** "Ringan" (1), "Sedang" (2), "Berat" (3). */
export function SeverityTag({ severity }: { severity: Severity }) {
  const { severity: names } = useWords()
  if (severity === 3)
    return (
      <Tag sign="warning" tone="red">
        {names.critical}
      </Tag>
    )
  if (severity === 2)
    return (
      <Tag sign="half" tone="orange">
        {names.warning}
      </Tag>
    )
  return (
    <Tag sign="open" tone="yellow">
      {names.notice}
    </Tag>
  )
}

export function StatusTag({ status }: { status: ProgrammeStatus }) {
  const look = statusLook[status]
  return <Tag {...look}>{useWords().status[status]}</Tag>
}

const statusLook: Record<ProgrammeStatus, { sign: SignName; tone: Tone }> = {
  running: { sign: 'play', tone: 'blue' },
  prepared: { sign: 'open', tone: 'grey' },
  trial: { sign: 'half', tone: 'orange' },
  late: { sign: 'warning', tone: 'red' },
  finished: { sign: 'check', tone: 'green' },
  stopped: { sign: 'stop', tone: 'grey' },
}

export const examples: Example[] = [
  {
    name: 'Tag: positions and states',
    render: (lang) => (
      <div class="mf-prog__tags">
        <Tag sign="check" tone="green">
          {say(lang, 'Setuju', 'In favour')}
        </Tag>
        <Tag sign="half" tone="yellow">
          {say(lang, 'Setuju, dengan syarat', 'In favour, with conditions')}
        </Tag>
        <Tag sign="cross" tone="red">
          {say(lang, 'Menolak', 'Against')}
        </Tag>
        <Tag sign="door" tone="grey">
          {say(lang, 'Tidak ikut memutus', 'Recused')}
        </Tag>
        <Tag sign="open" tone="grey">
          {say(lang, 'Diusulkan', 'Proposed')}
        </Tag>
        <Tag sign="pause" tone="orange">
          {say(lang, 'Menunggu instansi lain', 'Waiting on another agency')}
        </Tag>
        <Tag sign="lock" tone="grey">
          {say(lang, 'Dikecualikan', 'Withheld')}
        </Tag>
        <Tag sign="double" tone="orange">
          {say(lang, 'Ganda', 'Double')}
        </Tag>
        <Tag sign="dashed" tone="outline">
          {say(lang, 'Belum dapat diperiksa', 'Cannot be checked yet')}
        </Tag>
      </div>
    ),
  },
  {
    name: 'LevelTag',
    render: () => (
      <div class="mf-prog__tags">
        <LevelTag level="good" />
        <LevelTag level="watch" />
        <LevelTag level="poor" />
        <LevelTag level="none" />
      </div>
    ),
  },
  {
    name: 'SeverityTag',
    render: () => (
      <div class="mf-prog__tags">
        <SeverityTag severity={3} />
        <SeverityTag severity={2} />
        <SeverityTag severity={1} />
      </div>
    ),
  },
  {
    name: 'StatusTag',
    render: () => (
      <div class="mf-prog__tags">
        {(Object.keys(statusLook) as ProgrammeStatus[]).map((status) => (
          <StatusTag status={status} />
        ))}
      </div>
    ),
  },
]
