import { formatNumber, formatPercent, type Lang } from '#ui/language.ts'
import { type MitigationState, type Obstacle, ObstacleList, type Mitigation as ShownMitigation } from '#ui/obstacle.tsx'
import { useLang } from '#ui/view.ts'
import { effectOf } from '../effect.ts'
import type { MitigationView, ObstacleView } from '../obstacle.ts'
import { headlineOf, leadingMitigation } from '../obstacle.ts'
import { monitoringPaths as paths } from '../paths.ts'
import { words } from '../words/pages.ts'
import { Evidence } from './evidence.tsx'

/** Open obstacles as cards: what is wrong with its evidence, and what is done about it. */
export function ObstacleCards({ slug, obstacles }: { slug: string; obstacles: ObstacleView[] }) {
  const lang = useLang()
  return <ObstacleList items={obstacles.map((one) => cardOf(lang, slug, one))} />
}

function cardOf(lang: Lang, slug: string, obstacle: ObstacleView): Obstacle {
  const strongest = obstacle.held[0]
  const path = paths.obstacle(slug, obstacle.id)
  const rows = strongest
    ? { all: `${path}?letter=${strongest.letter}#rows`, counted: `${path}?letter=${strongest.letter}&counted=yes#rows` }
    : undefined
  const leading = leadingMitigation(obstacle.mitigations)
  return {
    severity: obstacle.severity,
    kind: obstacle.entry.name(lang),
    hurts: obstacle.entry.hurts,
    title: headlineOf(obstacle)(lang),
    href: path,
    evidence: <Evidence sentence={strongest?.sentence[lang] ?? ''} rows={rows} />,
    mitigation: leading ? shownMitigation(lang, obstacle, leading) : undefined,
  }
}

const shownStates: Record<MitigationView['state'], MitigationState> = {
  proposed: 'proposed',
  adopted: 'active',
  effective: 'effective',
  ineffective: 'ineffective',
  dropped: 'ineffective',
}

function shownMitigation(lang: Lang, obstacle: ObstacleView, mitigation: MitigationView): ShownMitigation {
  const proposed = mitigation.state === 'proposed'
  return {
    state: shownStates[mitigation.state],
    step: stepText(lang, obstacle, mitigation),
    lang: mitigation.text ? mitigation.lang : undefined,
    owner: proposed ? undefined : ownerText(mitigation),
    date: mitigation.state === 'adopted' ? (mitigation.review_on ?? undefined) : undefined,
    effect: effectText(lang, mitigation),
  }
}

/** The step in its own words, or as the catalogue proposes it. */
export function stepText(lang: Lang, { entry }: Pick<ObstacleView, 'entry'>, mitigation: MitigationView): string {
  if (mitigation.text) return mitigation.text
  return entry.mitigations.find((one) => one.key === mitigation.key)?.text(lang) ?? ''
}

export function ownerText(mitigation: MitigationView): string {
  return mitigation.person ? `${mitigation.person}, ${mitigation.owner}` : mitigation.owner
}

/** What the last review measured: "1,6 menjadi 1,1, turun 31%: berhasil". */
export function effectText(lang: Lang, { moves }: MitigationView): string | undefined {
  const review = moves.find((move) => move.kind === 'reviewed')
  if (!review || review.base === null || review.value === null) return undefined
  const say = words[lang].obstacle
  const show = (value: number) => formatNumber(lang, value, 2)
  const change = changeText(lang, review.base, review.value)
  return review.effective
    ? say.effective(show(review.base), show(review.value), change)
    : say.ineffective(show(review.base), show(review.value), change)
}

export function changeText(lang: Lang, base: number, value: number): string {
  const say = words[lang].obstacle
  const { change } = effectOf(base, value)
  const share = formatPercent(lang, Math.abs(change), 0)
  if (Math.abs(change) < 0.005) return say.same
  return change < 0 ? say.fell(share) : say.rose(share)
}
