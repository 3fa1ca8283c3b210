import { formatNumber } from '#ui/language.ts'
import type { SignName } from '#ui/signs.tsx'
import { Tag, type Tone } from '#ui/tag.tsx'
import { Recorded, Time } from '#ui/text.tsx'
import { useLang } from '#ui/view.ts'
import type { Resource, ResourceState } from '../resource.ts'
import { words } from '../words.ts'

export function Quantity({ of }: { of: Resource }) {
  return (
    <>
      {formatNumber(useLang(), of.quantity)} <Recorded lang={of.lang}>{of.unit}</Recorded>
    </>
  )
}

export function Available({ of }: { of: Resource }) {
  const { offer: say } = words[useLang()]
  return (
    <>
      <Time at={of.available_from} /> – {of.available_until ? <Time at={of.available_until} /> : say.open}
    </>
  )
}

export function StateTag({ of: { state } }: { of: Pick<Resource, 'state'> }) {
  const { offer: say } = words[useLang()]
  return <Tag {...looks[state]}>{say.states[state]}</Tag>
}

const looks: Record<ResourceState, { sign: SignName; tone: Tone }> = {
  offered: { sign: 'check', tone: 'green' },
  paused: { sign: 'half', tone: 'orange' },
  withdrawn: { sign: 'stop', tone: 'grey' },
}
