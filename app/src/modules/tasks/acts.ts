import type { Actor } from '#kernel/access.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { Act } from './paths.ts'
import * as rules from './rules.ts'
import { isClosed, type Task } from './task.ts'

export type OpenAct = { act: Act; verdict: Verdict }

/** Acts that fit the task as it stands, the most likely first, each with whether this person may do it. */
export function actsOn(actor: Actor, task: Task, today: string): OpenAct[] {
  return fitting(task).map((act) => ({ act, verdict: judge(act, actor, task, today) }))
}

function fitting(task: Task): Act[] {
  const bound: Act[] = task.bound_ids.length > 0 || task.milestone_type === 'process-change' ? ['adoption'] : []
  const offer: Act[] = task.offer ? ['accept', 'decline'] : []
  if (isClosed(task)) return task.state === 'done' ? ['verify', 'evidence', 'reopen', ...bound] : ['reopen']
  const now: Record<string, Act[]> = {
    open: ['start', 'close', 'evidence', 'wait', 'block'],
    'in-progress': ['close', 'evidence', 'wait', 'block'],
    waiting: ['resume', 'remind', 'evidence'],
    blocked: ['resume', 'evidence'],
  }
  return [...offer, ...now[task.state]!, 'move', 'handOver', ...bound, 'role', 'edit', 'cancel']
}

function judge(act: Act, actor: Actor, task: Task, today: string): Verdict {
  if (act === 'remind') return rules.mayRemind(actor, task, today)
  return judges[act](actor, task)
}

const judges: Record<Exclude<Act, 'remind'>, (actor: Actor, task: Task) => Verdict> = {
  edit: rules.mayEdit,
  start: rules.mayStart,
  move: rules.mayMove,
  wait: rules.mayStopFor,
  block: rules.mayStopFor,
  resume: rules.mayResume,
  handOver: rules.mayHandOver,
  accept: rules.mayAnswerOffer,
  decline: rules.mayAnswerOffer,
  evidence: rules.mayAddEvidence,
  close: rules.mayClose,
  verify: rules.mayVerify,
  reopen: rules.mayReopen,
  cancel: rules.mayCancel,
  role: rules.mayAssign,
  adoption: (actor, task) => rules.mayReportAdoption(actor, task),
}
