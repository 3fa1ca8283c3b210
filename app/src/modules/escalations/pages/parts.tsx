import { trail } from '#modules/programmes/pages/below-programme.tsx'
import type { ProgrammeHead } from '#modules/programmes/public.ts'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { useLang, type View } from '#ui/view.ts'
import type { AnswerKind, Escalation, EscalationState } from '../escalation.ts'
import { escalationPaths } from '../paths.ts'
import { words } from '../words.ts'

type Look = { sign: SignName; tone: Tone }
const states: Record<EscalationState, Look> = {
  open: { sign: 'open', tone: 'blue' },
  answered: { sign: 'check', tone: 'green' },
  declined: { sign: 'cross', tone: 'red' },
  withdrawn: { sign: 'stop', tone: 'grey' },
}

/** An open matter whose day is over says so. */
export function StateTag({ of, today }: { of: Pick<Escalation, 'state' | 'needed_by'>; today: string }) {
  const say = words[useLang()]
  if (of.state === 'open' && of.needed_by < today)
    return (
      <Tag sign="warning" tone="orange">
        {say.late}
      </Tag>
    )
  return <Tag {...states[of.state]}>{say.states[of.state]}</Tag>
}

const kinds: Record<AnswerKind, Look> = {
  settled: { sign: 'check', tone: 'green' },
  decision: { sign: 'play', tone: 'blue' },
  declined: { sign: 'cross', tone: 'red' },
}

export function AnswerTag({ kind }: { kind: AnswerKind }) {
  return <Tag {...kinds[kind]}>{words[useLang()].answerKinds[kind]}</Tag>
}

export function crumbsTo(view: View, programme: ProgrammeHead, ...more: Crumb[]): Crumb[] {
  const list = { href: escalationPaths.list(programme.slug), label: words[view.lang].title }
  return trail(view, programme, list, ...more)
}
