import { hasRole, type PersonActor } from '#kernel/access.ts'
import { all, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import type { FactorReset } from './store/factor-resets.ts'
import { words } from './words.ts'

/** Between the second yes and its effect, so that the person can object. */
export const resetDelayHours = 24

/** Who asks, the organisations they head, and whose second factor it is about. */
export type ResetParties = { asker: PersonActor; headed: string[]; target: PersonActor }

/** The operator, or a head of an organisation that the person belongs to; never the person. */
export function mayResetFactors({ asker, headed, target }: ResetParties): Verdict {
  if (asker.personId === target.personId) return because('resetNotOneself')
  const heads = headed.some((id) => target.organisationIds.includes(id))
  return heads || hasRole(asker, 'operator') ? true : because('resetByHeads')
}

/** Whether the page of resets is among one's own: whom one may help is asked for each person. */
export function mayOpenResets(person: PersonActor): boolean {
  return hasRole(person, 'operator') || person.seats.some(({ role }) => role === 'head')
}

/** The second yes comes from someone else than the first. */
export function mayApproveReset(parties: ResetParties, reset: FactorReset): Verdict {
  const others = reset.proposedBy === parties.asker.personId ? because('resetBySecond') : true
  return all(mayResetFactors(parties), reset.approvedBy ? because('resetApproved') : true, others)
}

/** The person may always object; so may whoever could have decided. */
export function mayCancelReset(parties: ResetParties): Verdict {
  return parties.asker.personId === parties.target.personId ? true : mayResetFactors(parties)
}

export function resetIsDue(reset: FactorReset | undefined, now: Date): boolean {
  return reset?.dueAt ? reset.dueAt <= now : false
}

type Code = 'resetNotOneself' | 'resetByHeads' | 'resetBySecond' | 'resetApproved'
function because(code: Code): Reason {
  return reason(
    code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    (lang) => words[lang].factorResets[code],
  )
}
