import { formatDateTime, formatNumber } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import type { View } from '#ui/view.ts'
import { type Erasure, type ErasureState, hoursLeft, stateOf } from '../erasure.ts'
import { words } from '../words.ts'

export function StateTag({ of, view }: { of: Erasure; view: View }) {
  const state = stateOf(of)
  return <Tag {...looks[state]}>{words[view.lang].states[state]}</Tag>
}

const looks: Record<ErasureState, { sign: SignName; tone: Tone }> = {
  waiting: { sign: 'open', tone: 'yellow' },
  granted: { sign: 'half', tone: 'blue' },
  refused: { sign: 'cross', tone: 'grey' },
  done: { sign: 'check', tone: 'green' },
}

/** By when it has to be decided, with the hours that are left; once decided, the day alone. */
export function Due({ of, now, view }: { of: Erasure; now: Date; view: View }) {
  const say = words[view.lang]
  const at = formatDateTime(view.lang, of.due_at)
  if (of.outcome) return <>{at}</>
  const left = hoursLeft(of, now)
  const hours = formatNumber(view.lang, Math.abs(left))
  return (
    <>
      {at} ({left < 0 ? say.late(hours) : say.left(hours)})
    </>
  )
}

/** How a request for erasure stands, as its subject and the officer see it. */
export function factsOf(view: View, erasure: Erasure, reason: string | undefined, now: Date) {
  const say = words[view.lang]
  const { ground, decided_at, erased } = erasure
  return [
    { label: say.state, value: <StateTag of={erasure} view={view} /> },
    { label: say.askedAt, value: formatDateTime(view.lang, erasure.asked_at) },
    { label: say.due, value: <Due of={erasure} now={now} view={view} /> },
    ...(decided_at ? [{ label: say.decidedAt, value: formatDateTime(view.lang, decided_at) }] : []),
    ...(ground ? [{ label: say.ground, value: say.grounds[ground] }] : []),
    ...(reason ? [{ label: say.reason, value: reason }] : []),
    ...(erased === null ? [] : [{ label: say.erased, value: formatNumber(view.lang, erased) }]),
  ]
}
