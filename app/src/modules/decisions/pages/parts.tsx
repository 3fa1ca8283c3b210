import { trail } from '#modules/programmes/pages/below-programme.tsx'
import type { ProgrammeHead } from '#modules/programmes/public.ts'
import type { Crumb } from '#ui/breadcrumbs.tsx'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded } from '#ui/text.tsx'
import { useLang, type View } from '#ui/view.ts'
import type { BallotAnswer, Decision, DecisionState, Result, Stance } from '../decision.ts'
import { questionIn } from '../decision.ts'
import type { Names } from '../loads.ts'
import { decisionPaths } from '../paths.ts'
import { words } from '../words.ts'

type Look = { sign: SignName; tone: Tone }

export function Party({ of, names }: { of: string; names: Names }) {
  const found = names.get(of)
  return <Recorded lang={found?.lang}>{found?.name ?? '–'}</Recorded>
}

export function nameOf(names: Names, id: string): string {
  return names.get(id)?.name ?? '–'
}

type Asked = Pick<Decision, 'question' | 'question_en' | 'lang'>

export function QuestionText({ of }: { of: Asked }) {
  const { text, lang } = questionIn(of, useLang())
  return <Recorded lang={lang}>{text}</Recorded>
}

const states: Record<DecisionState, Look> = {
  deliberating: { sign: 'open', tone: 'blue' },
  voting: { sign: 'play', tone: 'orange' },
  decided: { sign: 'check', tone: 'green' },
  withdrawn: { sign: 'stop', tone: 'grey' },
}

export function StateTag({ state }: { state: DecisionState }) {
  return <Tag {...states[state]}>{words[useLang()].state[state]}</Tag>
}

const results: Record<Result, Look> = {
  adopted: { sign: 'check', tone: 'green' },
  rejected: { sign: 'cross', tone: 'red' },
  'no-consensus': { sign: 'half', tone: 'yellow' },
  void: { sign: 'warning', tone: 'grey' },
}

export function ResultTag({ result }: { result: Result }) {
  return <Tag {...results[result]}>{words[useLang()].result[result]}</Tag>
}

const stanceLooks: Record<Stance, Look> = {
  support: { sign: 'check', tone: 'green' },
  'support-if': { sign: 'half', tone: 'yellow' },
  object: { sign: 'cross', tone: 'red' },
  neutral: { sign: 'dash', tone: 'grey' },
}

export function StanceTag({ stance }: { stance: Stance }) {
  return <Tag {...stanceLooks[stance]}>{words[useLang()].stance[stance]}</Tag>
}

const ballotLooks: Record<BallotAnswer, Look> = {
  yes: { sign: 'check', tone: 'green' },
  no: { sign: 'cross', tone: 'red' },
  abstain: { sign: 'dash', tone: 'grey' },
}

export function BallotTag({ answer }: { answer: BallotAnswer }) {
  return <Tag {...ballotLooks[answer]}>{words[useLang()].ballot[answer]}</Tag>
}

export function crumbsTo(view: View, programme: ProgrammeHead, ...more: Crumb[]): Crumb[] {
  return trail(
    view,
    programme,
    { href: decisionPaths.list(programme.slug), label: words[view.lang].list.title },
    ...more,
  )
}
