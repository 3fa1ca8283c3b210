import type { Actor } from '#kernel/access.ts'
import type { Lang, Verdict } from '#kernel/reason.ts'
import type { ObstacleView } from '../obstacle.ts'
import type { Act } from '../pages/head.tsx'
import { monitoringPaths as paths } from '../paths.ts'
import type { ProgrammeHead } from '../programme-reader.ts'
import { mayAdopt, mayDrop, mayEvaluateNow, mayPropose, mayReview, maySetThreshold } from '../rules.ts'
import { words } from '../words/pages.ts'

/** Who asks, in which language, when. */
export type Asker = { actor: Actor; lang: Lang; now: Date }

/** A button, disabled with its reason where the policy says no. Visitors see none: acts are for people who signed in. */
function act(asker: Asker, verdict: Verdict, of: Omit<Act, 'why'>): Act[] {
  if (asker.actor.kind !== 'person') return []
  return [{ ...of, why: verdict === true ? undefined : verdict.text(asker.lang) }]
}

export function evaluationActs(asker: Asker, programme: ProgrammeHead): Act[] {
  return act(asker, mayEvaluateNow(asker.actor, programme), {
    id: 'why-evaluate',
    href: paths.evaluation(programme.slug),
    label: words[asker.lang].indicators.evaluateNow,
    secondary: true,
  })
}

/** `about`: the condition's letter, where there are several thresholds on one page. */
export function thresholdActs(asker: Asker, programme: ProgrammeHead, subject: string, about?: string): Act[] {
  return act(asker, maySetThreshold(asker.actor, programme), {
    id: `why-threshold-${subject}`,
    href: paths.threshold(programme.slug, subject),
    label: about ? `${words[asker.lang].thresholds.change} ${about}` : words[asker.lang].thresholds.change,
    secondary: true,
  })
}

export function obstacleActs(asker: Asker, programme: ProgrammeHead, obstacle: ObstacleView): Act[] {
  return act(asker, mayPropose(asker.actor, obstacle), {
    id: 'why-propose',
    href: paths.newMitigation(programme.slug, obstacle.id),
    label: words[asker.lang].obstacle.propose,
    secondary: true,
  })
}

/** By mitigation; only acts that fit its state are offered. */
export function mitigationActs(asker: Asker, slug: string, obstacle: ObstacleView): Map<string, Act[]> {
  const say = words[asker.lang].obstacle
  return new Map(
    obstacle.mitigations.map((one) => {
      const about = one.text ?? obstacle.entry.mitigations.find((entry) => entry.key === one.key)?.text(asker.lang)
      const adopt = act(asker, mayAdopt(asker.actor, one), {
        id: `why-adopt-${one.id}`,
        href: paths.adoption(slug, one.id),
        label: say.adopt,
        about,
      })
      const review = act(asker, mayReview(asker.actor, one, asker.now), {
        id: `why-review-${one.id}`,
        href: paths.review(slug, one.id),
        label: say.review,
        about,
      })
      const drop = act(asker, mayDrop(asker.actor, one), {
        id: `why-drop-${one.id}`,
        href: paths.withdrawal(slug, one.id),
        label: one.state === 'proposed' ? say.dropProposal : say.drop,
        secondary: true,
        about,
      })
      if (one.state === 'proposed' && !one.obstacleCleared) return [one.id, [...adopt, ...drop]] as const
      if (one.state === 'adopted') return [one.id, [...review, ...drop]] as const
      return [one.id, []] as const
    }),
  )
}
