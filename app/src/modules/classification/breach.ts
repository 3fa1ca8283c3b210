import { type Actor, hasRole } from '#kernel/access.ts'
import { reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { breachWords } from './words-breaches.ts'

export const dataKinds = ['identity', 'contact', 'health', 'children', 'finance', 'location', 'accounts'] as const
export const breachActs = ['tell-people', 'tell-agency', 'announce', 'note'] as const
export type BreachAct = (typeof breachActs)[number]
/** Wall-clock hours from the discovery, nights and holidays too (UU 27/2022 article 46). */
export const noticeHours = 72
const hourMs = 3_600_000

export type Breach = {
  id: string
  programme_id: string
  owner_id: string
  data_kinds: string[]
  people: number | null
  discovered_at: Date
  acts: { act: BreachAct; body: string; told_at: Date; person: string | null }[]
}

const owed = ['tell-people', 'tell-agency'] as const

/** Those concerned and the agency both have to be told. `toldAt`: when the later of the two was; `untold`: who is still to be told. */
export function clockOf(breach: Pick<Breach, 'discovered_at' | 'acts'>, now: Date) {
  const due = new Date(breach.discovered_at.getTime() + noticeHours * hourMs)
  const told = owed.map((act) =>
    Math.min(...breach.acts.filter((one) => one.act === act).map((one) => one.told_at.getTime())),
  )
  const untold = owed.filter((act) => !breach.acts.some((one) => one.act === act))
  const last = Math.max(...told)
  const toldAt = Number.isFinite(last) ? new Date(last) : undefined
  const hoursLeft = Math.floor((due.getTime() - now.getTime()) / hourMs)
  return { due, toldAt, untold, hoursLeft, late: (toldAt ?? now) > due }
}

/** The register is kept by the information officer, and read by the operator too. */
export function mayKeepBreaches(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return (
    hasRole(actor, 'information-officer') || reason('not-information-officer', (lang) => breachWords[lang].notKeeper)
  )
}
