import { type Fact, Rows } from '#ui/facts.tsx'
import { formatNumber, type Lang } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import { useLang, useWords } from '#ui/view.ts'
import type { MitigationMove, MitigationState } from '../mitigation.ts'
import type { MitigationView, ObstacleView } from '../obstacle.ts'
import { words } from '../words/pages.ts'
import { type Act, Acts } from './head.tsx'
import { changeText, effectText, ownerText, stepText } from './obstacle-card.tsx'

const order: MitigationState[] = ['adopted', 'effective', 'ineffective', 'proposed', 'dropped']
const looks: Record<MitigationState, { sign: SignName; tone: Tone }> = {
  proposed: { sign: 'open', tone: 'grey' },
  adopted: { sign: 'play', tone: 'blue' },
  effective: { sign: 'check', tone: 'green' },
  ineffective: { sign: 'cross', tone: 'red' },
  dropped: { sign: 'stop', tone: 'grey' },
}

/** Every step against an obstacle: those under way first, then those judged, then proposals. */
export function MitigationCards(props: { obstacle: ObstacleView; actsOf(one: MitigationView): Act[] }) {
  const { obstacle, actsOf } = props
  const sorted = [...obstacle.mitigations].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <ul class="mf-grid">
      {sorted.map((one) => (
        <li class="mf-card">
          <MitigationCard obstacle={obstacle} mitigation={one} acts={actsOf(one)} />
        </li>
      ))}
    </ul>
  )
}

type CardProps = { obstacle: ObstacleView; mitigation: MitigationView; acts: Act[] }

function MitigationCard({ obstacle, mitigation, acts }: CardProps) {
  const lang = useLang()
  const { obstacle: names } = useWords()
  const say = words[lang].obstacle
  const labels: Record<MitigationState, string> = {
    proposed: names.proposed,
    adopted: names.active,
    effective: names.effective,
    ineffective: names.ineffective,
    dropped: say.dropped,
  }
  return (
    <>
      <div class="mf-prog__tags">
        <Tag {...looks[mitigation.state]}>{labels[mitigation.state]}</Tag>
      </div>
      <h3 class="mf-card__title">
        <Recorded lang={mitigation.text ? mitigation.lang : undefined}>{stepText(lang, obstacle, mitigation)}</Recorded>
      </h3>
      <Standing obstacle={obstacle} mitigation={mitigation} />
      <Acts acts={acts} wide />
    </>
  )
}

function Standing({ obstacle, mitigation }: Omit<CardProps, 'acts'>) {
  const say = words[useLang()].obstacle
  const adopted = mitigation.moves.find((move) => move.kind === 'adopted')
  const told = mitigation.moves.find((move) => move.kind === 'reviewed' || move.kind === 'dropped')
  return (
    <>
      {adopted ? (
        <Rows items={factsOf(useLang(), useWords().obstacle, { obstacle, mitigation, adopted })} />
      ) : (
        <p class="mf-small mf-muted">{mitigation.key ? say.from : say.proposedBy(mitigation.proposer ?? '–')}</p>
      )}
      {told?.note ? (
        <p class="mf-small">
          {told.by}: <Recorded lang={told.lang}>{told.note}</Recorded>
        </p>
      ) : null}
    </>
  )
}

type Names = ReturnType<typeof useWords>['obstacle']
type Adopted = Omit<CardProps, 'acts'> & { adopted: MitigationMove }

function factsOf(lang: Lang, names: Names, { obstacle, mitigation, adopted }: Adopted): Fact[] {
  const say = words[lang].obstacle
  const show = (value: number) => formatNumber(lang, value)
  const facts: Fact[] = [
    { label: names.owner, value: ownerText(mitigation) },
    { label: say.adoptedOn, value: <Time at={adopted.on} /> },
  ]
  if (mitigation.review_on) {
    const label = mitigation.state === 'adopted' ? names.review : say.reviewedOn
    facts.push({ label, value: <Time at={mitigation.review_on} /> })
  }
  if (mitigation.state === 'adopted' && adopted.base !== null && obstacle.value !== null) {
    const change = changeText(lang, adopted.base, obstacle.value)
    facts.push({ label: say.now, value: `${show(adopted.base)} → ${show(obstacle.value)} (${change})` })
  }
  const effect = effectText(lang, mitigation)
  if (effect) facts.push({ label: names.effect, value: effect })
  return facts
}
