import { type Actor, coordinates, personOf, seatsIn } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { all, type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import type { InterestKind } from './interest.ts'
import { words } from './words.ts'

export const controlMeasures = ['recusal', 'substitute', 'suspended', 'divested', 'none'] as const
export type ControlMeasure = (typeof controlMeasures)[number]

/** Working days in which a control is decided (ministry example; design notes, ID.COI). */
export const usualDays = 7

/** What an organisation has at stake in a programme; `recused`: who is on record as taking no part in that decision. */
export type Stake = {
  organisation_id: string
  kind: 'decision' | 'task' | 'commitment' | 'contract'
  id: string
  since: string
  label: string
  lang: Lang
  href: string
  recused: string[]
}

/** Told by the modules that keep it; modules.ts passes them in. */
export type StakesOf = (
  tx: ReadTx,
  programme: { id: string; slug: string },
  organisationIds: string[],
  day: string,
) => Promise<Stake[]>

export type DeclaredIn = { person_id: string; organisation_id: string; kind: InterestKind; declared_on: string }
export type Control = {
  id: string
  person_id: string
  organisation_id: string
  measure: ControlMeasure
  substitute: string | null
  until: string | null
  decided_on: string
}

/** A declared interest that meets what the programme has in hand. `control`: the newest one that is in force. */
export type Conflict = {
  person_id: string
  organisation_id: string
  kind: InterestKind
  /** From when it has been known and not been decided on, or the day of its control. */
  since: string
  stakes: Stake[]
  control: Control | undefined
}

/**
 * Actual conflicts of a day. `own`: the parties each person sits for, in which no interest is a conflict. A decision that
 * the person is recorded as taking no part in is under control already; a suspension that has run out is none any more.
 */
export function conflictsOn(
  day: string,
  declared: DeclaredIn[],
  own: Map<string, string[]>,
  stakes: Stake[],
  controls: Control[],
): Conflict[] {
  return declared.flatMap((one): Conflict[] => {
    const { person_id, organisation_id, kind } = one
    if (own.get(person_id)?.includes(organisation_id)) return []
    const met = stakes.filter(
      (stake) => stake.organisation_id === organisation_id && !stake.recused.includes(person_id),
    )
    if (met.length === 0) return []
    const newest = controls.findLast((row) => row.person_id === person_id && row.organisation_id === organisation_id)
    const inForce = newest && (newest.until === null || newest.until >= day)
    const first = met.map((stake) => stake.since).sort()[0]!
    const known = one.declared_on > first ? one.declared_on : first
    const since = newest ? (inForce ? newest.decided_on : newest.until!) : known
    return [{ person_id, organisation_id, kind, since, stakes: met, control: inForce ? newest : undefined }]
  })
}

export type ControlFacts = {
  programme_id: string
  programme_status: string
  person_id: string
  /** The person's parties. */
  parties: string[]
  conflicts: Conflict[]
}

function because(code: keyof (typeof words)['id']['controls']['refusal']): Reason {
  return reason(code, (lang) => words[lang].controls.refusal[code])
}

/** The head of the person's party, or the coordination team; nobody decides on a conflict of their own. */
export function mayControl(actor: Actor, of: ControlFacts): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  const heads = seatsIn(actor, of.programme_id).some(
    (seat) => seat.role === 'head' && of.parties.includes(seat.organisationId),
  )
  const ended = of.programme_status === 'finished' || of.programme_status === 'stopped'
  return all(
    personOf(actor) !== of.person_id || because('ownConflict'),
    heads || coordinates(actor, of.programme_id) || because('controllersOnly'),
    !ended || because('programmeEnded'),
    of.conflicts.length > 0 || because('noConflict'),
  )
}

/** The person's party in whose name it is decided: the one that the actor heads, else the first. */
export function partyDeciding(actor: Actor, { programme_id, parties }: ControlFacts): string {
  const heads = seatsIn(actor, programme_id).filter((seat) => seat.role === 'head')
  return parties.find((party) => heads.some((seat) => seat.organisationId === party)) ?? parties[0]!
}
