import { type Actor, actsFor, coordinates, hasSeat, seatsIn } from '#kernel/access.ts'
import { addDays } from '#kernel/calendar.ts'
import { all, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { formatWeekday } from '#ui/language.ts'
import { actsIn, hasRole, isClosed, leads, type Task } from './task.ts'
import { words } from './words.ts'

type Refusal = Exclude<keyof (typeof words)['id']['refusal'], 'remindedAlready'>
type Of = { programme_id: string; programme_status: string }

function because(code: Refusal): Reason {
  return reason(code, (lang) => words[lang].refusal[code])
}

function demand(holds: boolean, code: Refusal): Verdict {
  return holds || because(code)
}

/** Signed in, with a seat that may act, in a programme that still runs. */
function works(actor: Actor, of: Of): Verdict {
  if (actor.kind === 'job') return true
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (seatsIn(actor, of.programme_id).length === 0) return because('members-only')
  if (!hasSeat(actor, of.programme_id, 'officer', 'head', 'coordinator', 'deputy')) return because('only-reads')
  return demand(of.programme_status !== 'finished' && of.programme_status !== 'stopped', 'programme-ended')
}

export type Planning = Of & { accountable_id?: string }

/** The coordination team plans for anyone, an agency for itself. */
export function mayPlan(actor: Actor, planning: Planning): Verdict {
  const { programme_id, accountable_id } = planning
  return all(
    works(actor, planning),
    demand(
      actor.kind === 'job' ||
        coordinates(actor, programme_id) ||
        accountable_id === undefined ||
        actsFor(actor, programme_id, accountable_id),
      'plan-own',
    ),
  )
}

function mayLead(actor: Actor, task: Task): Verdict {
  return all(works(actor, task), demand(leads(actor, task), 'accountable-only'))
}

function mayDo(actor: Actor, task: Task): Verdict {
  return all(works(actor, task), demand(leads(actor, task) || actsIn(actor, task, 'responsible'), 'doers-only'))
}

const stillOpen = (task: Task) => demand(!isClosed(task), task.state === 'done' ? 'is-done' : 'is-cancelled')

export function mayEdit(actor: Actor, task: Task): Verdict {
  return all(mayLead(actor, task), stillOpen(task))
}

export function mayMove(actor: Actor, task: Task): Verdict {
  return all(mayLead(actor, task), stillOpen(task))
}

export function mayStart(actor: Actor, task: Task): Verdict {
  return all(mayDo(actor, task), stillOpen(task), demand(task.state === 'open', 'is-started'))
}

/** Waiting and blocking begin from work that goes on. */
export function mayStopFor(actor: Actor, task: Task): Verdict {
  return all(
    mayDo(actor, task),
    stillOpen(task),
    demand(task.state === 'open' || task.state === 'in-progress', 'is-stopped'),
  )
}

/** Also the agency that was waited for: it says that it has delivered. */
export function mayResume(actor: Actor, task: Task): Verdict {
  const waitedFor = task.waiting_on !== null && actsFor(actor, task.programme_id, task.waiting_on)
  return all(
    works(actor, task),
    demand(waitedFor || mayDo(actor, task) === true, 'doers-only'),
    demand(task.state === 'waiting' || task.state === 'blocked', 'not-stopped'),
  )
}

export function mayHandOver(actor: Actor, task: Task): Verdict {
  return all(
    works(actor, task),
    demand(leads(actor, task), 'accountable-only'),
    stillOpen(task),
    demand(task.offer === null, 'is-offered'),
  )
}

/** Accepting or declining is for the agency it was offered to. */
export function mayAnswerOffer(actor: Actor, task: Task): Verdict {
  return all(
    works(actor, task),
    demand(task.offer !== null, 'not-offered'),
    demand(task.offer !== null && actsFor(actor, task.programme_id, task.offer.to_id), 'offer-to-other'),
  )
}

export function mayAddEvidence(actor: Actor, task: Task): Verdict {
  return all(
    works(actor, task),
    demand(leads(actor, task) || actsIn(actor, task, 'responsible', 'consulted'), 'doers-only'),
    demand(task.state !== 'cancelled', 'is-cancelled'),
    demand(!task.verified, 'is-verified'),
  )
}

export function mayClose(actor: Actor, task: Task): Verdict {
  return all(
    mayDo(actor, task),
    stillOpen(task),
    demand(task.offer === null, 'is-offered'),
    demand(task.state === 'open' || task.state === 'in-progress', 'resume-first'),
    demand(
      task.evidence.some((one) => one.current),
      'evidence-first',
    ),
  )
}

/** Somebody else than the owner and than those who gave the evidence; the database says the same (verifier_differs). */
export function mayVerify(actor: Actor, task: Task): Verdict {
  if (actor.kind !== 'person') return works(actor, task)
  const seats = seatsIn(actor, task.programme_id)
  return all(
    demand(seats.length > 0, 'members-only'),
    demand(
      seats.some((seat) => seat.role !== 'observer'),
      'only-reads',
    ),
    demand(task.state === 'done', 'close-first'),
    demand(!task.verified, 'is-verified'),
    demand(!seats.some((seat) => seat.organisationId === task.owner_id), 'own-work'),
    demand(!task.evidence.some((one) => one.created_by === actor.personId), 'own-evidence'),
  )
}

/** Before verification whoever leads it or could verify it; after it only the coordination team. */
export function mayReopen(actor: Actor, task: Task): Verdict {
  const may = task.verified
    ? demand(coordinates(actor, task.programme_id), 'verified-coordinators')
    : demand(leads(actor, task) || mayVerify(actor, task) === true, 'accountable-only')
  return all(works(actor, task), demand(isClosed(task), 'not-closed'), may)
}

export function mayCancel(actor: Actor, task: Task): Verdict {
  return all(mayLead(actor, task), stillOpen(task))
}

export function mayAssign(actor: Actor, task: Task): Verdict {
  return all(mayLead(actor, task), stillOpen(task))
}

/** Days between two reminders of one waiting. */
export const reminderPause = 7

export function nextReminder(task: Pick<Task, 'reminded_on'>): string | null {
  return task.reminded_on === null ? null : addDays(task.reminded_on, reminderPause)
}

export function mayRemind(actor: Actor, task: Task, today: string): Verdict {
  const next = nextReminder(task)
  return all(
    works(actor, task),
    demand(task.state === 'waiting' && task.waiting_on !== null, 'waits-for-nobody'),
    demand(leads(actor, task) || actsIn(actor, task, 'responsible', 'consulted'), 'doers-only'),
    next === null || next <= today
      ? true
      : reason('reminded-already', (lang) => words[lang].refusal.remindedAlready(formatWeekday(lang, next))),
  )
}

/** An agency answers for itself; the coordination team enters an answer it was given. */
export function mayReportAdoption(actor: Actor, task: Task, organisationId?: string): Verdict {
  const own = organisationId
    ? actsFor(actor, task.programme_id, organisationId)
    : seatsIn(actor, task.programme_id).some(
        (seat) => task.bound_ids.includes(seat.organisationId) || hasRole(task, seat.organisationId, 'responsible'),
      )
  return all(
    works(actor, task),
    demand(task.state !== 'cancelled', 'is-cancelled'),
    demand(own || coordinates(actor, task.programme_id), 'answer-own'),
  )
}

export function mayDeclareCapacity(actor: Actor, of: Of & { organisation_id?: string }): Verdict {
  return all(
    works(actor, of),
    demand(
      of.organisation_id === undefined ||
        coordinates(actor, of.programme_id) ||
        actsFor(actor, of.programme_id, of.organisation_id),
      'capacity-own',
    ),
  )
}
