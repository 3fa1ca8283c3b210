import type { Child } from '#ui/jsx/element.ts'
import { type Example, say } from './example.ts'
import { formatList } from './language.ts'
import type { SignName } from './signs.tsx'
import { type Severity, SeverityTag, Tag, type Tone } from './tag.tsx'
import { Recorded, Time } from './text.tsx'
import { useLang, useWords } from './view.ts'
import type { Benefit } from './words.ts'

export type MitigationState = 'proposed' | 'active' | 'effective' | 'ineffective'

export type Mitigation = {
  state: MitigationState
  step: string
  /** Language the step was written in. */
  lang?: string
  owner?: string
  /** Next review of an adopted mitigation, or the day by which a proposed one is decided. */
  date?: string
  /** What it changed, once reviewed. */
  effect?: Child
}

export type Obstacle = {
  severity: Severity
  /** "Kendala koordinasi". */
  kind: string
  hurts: Benefit[]
  title: string
  href?: string
  /** One sentence whose numbers lead to their rows. */
  evidence: Child
  mitigation?: Mitigation
  /** Buttons of people who may act. */
  acts?: Child
}

export function ObstacleList({ items }: { items: Obstacle[] }) {
  return (
    <ul class="mf-obs">
      {items.map((obstacle) => (
        <ObstacleCard {...obstacle} />
      ))}
    </ul>
  )
}

/** What gets in the way, with its evidence; beside it, what is done about it and by whom. */
export function ObstacleCard({ severity, kind, hurts, title, href, evidence, mitigation, acts }: Obstacle) {
  const { obstacle, benefit } = useWords()
  const names = formatList(
    useLang(),
    hurts.map((one) => benefit[one]),
  )
  return (
    <li class="mf-ob">
      <div class="mf-ob__main">
        <div class="mf-ob__head">
          <SeverityTag severity={severity} />
          <span class="mf-small mf-muted">
            {kind} · {obstacle.hurts(names)}
          </span>
        </div>
        <h3 class="mf-ob__title">
          {href ? (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          ) : (
            title
          )}
        </h3>
        <p>{evidence}</p>
        {acts ? <div class="mf-acts">{acts}</div> : null}
      </div>
      <div class="mf-ob__mit">
        <MitigationPart mitigation={mitigation} />
      </div>
    </li>
  )
}

function MitigationPart({ mitigation }: { mitigation?: Mitigation }) {
  const { obstacle } = useWords()
  if (!mitigation) {
    return (
      <>
        <Tag sign="dashed" tone="outline">
          {obstacle.none}
        </Tag>
        <dl>
          <dt>{obstacle.owner}</dt>
          <dd>{obstacle.noOwner}</dd>
        </dl>
      </>
    )
  }
  const { state, step, lang, owner, date, effect } = mitigation
  return (
    <>
      <Tag {...stateLook[state]}>{obstacle[state]}</Tag>
      <dl>
        <dt>{obstacle.step}</dt>
        <dd>
          <Recorded lang={lang}>{step}</Recorded>
        </dd>
        <dt>{obstacle.owner}</dt>
        <dd>{owner ?? obstacle.noOwner}</dd>
        {date ? (
          <>
            <dt>{state === 'proposed' ? obstacle.decideBy : obstacle.review}</dt>
            <dd>
              <Time at={date} />
            </dd>
          </>
        ) : null}
        {effect ? (
          <>
            <dt>{obstacle.effect}</dt>
            <dd>{effect}</dd>
          </>
        ) : null}
      </dl>
    </>
  )
}

const stateLook: Record<MitigationState, { sign: SignName; tone: Tone }> = {
  proposed: { sign: 'open', tone: 'grey' },
  active: { sign: 'play', tone: 'blue' },
  effective: { sign: 'check', tone: 'green' },
  ineffective: { sign: 'cross', tone: 'red' },
}

export const examples: Example[] = [
  {
    name: 'ObstacleList',
    render: (lang) => (
      <ObstacleList
        items={[
          {
            severity: 3,
            kind: say(lang, 'Kendala koordinasi', 'Coordination constraints'),
            hurts: ['effectiveness'],
            title: say(lang, 'Tugas antarinstansi menunggu terlalu lama', 'Tasks between agencies wait too long'),
            href: '#hambatan-1',
            evidence: (
              <>
                {say(lang, 'Dari', 'Of')}{' '}
                <a class="govuk-link" href="#baris">
                  {say(lang, '14 tugas yang jatuh tempo sejak 1 September', '14 tasks due since 1 September')}
                </a>
                {say(
                  lang,
                  ', 6 menunggu instansi lain lebih dari 21 hari.',
                  ', 6 wait on another agency for over 21 days.',
                )}
              </>
            ),
            mitigation: {
              state: 'active',
              step: say(lang, 'Rapat penyelesaian tiap Selasa', 'A meeting to settle them every Tuesday'),
              owner: 'Sekretaris Bappeda',
              date: '2026-12-08',
            },
          },
          {
            severity: 2,
            kind: say(lang, 'Dana terbatas', 'Limited funds'),
            hurts: ['sustainability', 'effectiveness'],
            title: say(lang, 'Dana 2028–2029 belum ada sumbernya', 'No source yet for the funds of 2028–2029'),
            evidence: say(lang, 'Rp 9,9 miliar belum ada sumbernya.', 'Rp 9.9 billion has no source yet.'),
          },
        ]}
      />
    ),
  },
]
