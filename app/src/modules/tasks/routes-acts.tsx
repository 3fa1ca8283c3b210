import type { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { Operation } from '#kernel/operation.ts'
import type { Verdict } from '#kernel/reason.ts'
import { type FormOptions, mountForm } from '#kernel/web/form.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { TaskLinks } from './links.ts'
import { type ActData, loadAct } from './loads.ts'
import { loadAdoption, loadEdit, loadEvidence, loadRoles } from './loads-acts.ts'
import { acceptHandOver } from './operations/accept-hand-over.ts'
import type { Done } from './operations/acting.ts'
import { assignRole } from './operations/assign-role.ts'
import { blockTask } from './operations/block-task.ts'
import { cancelTask } from './operations/cancel-task.ts'
import { checkingDocuments } from './operations/checking-documents.ts'
import { checkingObjectives } from './operations/checking-objectives.ts'
import { closeTask } from './operations/close-task.ts'
import { declineHandOver } from './operations/decline-hand-over.ts'
import { editTask } from './operations/edit-task.ts'
import { handOverTask } from './operations/hand-over-task.ts'
import { moveTask } from './operations/move-task.ts'
import { remind } from './operations/remind.ts'
import { reopenTask } from './operations/reopen-task.ts'
import { reportAdoption } from './operations/report-adoption.ts'
import { resumeTask } from './operations/resume-task.ts'
import { startTask } from './operations/start-task.ts'
import { verifyTask } from './operations/verify-task.ts'
import { waitOn } from './operations/wait-on.ts'
import * as forms from './pages/act-forms.tsx'
import { EditForm, editValues } from './pages/plan-form.tsx'
import { type Act, taskPaths } from './paths.ts'
import * as rules from './rules.ts'
import { actsIn, leads, type Task } from './task.ts'

type TaskOperation = z.ZodObject<{ task: z.ZodUUID }>
type Shown<D> = Pick<FormOptions<{ task: string }, Done, D>, 'load' | 'initial' | 'render'>

/** One act on one task: all of them differ only in the operation, the rule and the form. */
function mountAct<Schema extends z.ZodObject, S, D extends ActData = ActData>(
  site: Site,
  act: Act,
  declared: Operation<Schema, S, Done>,
  may?: (actor: Actor, task: Task) => Verdict,
  shown: Shown<D> = {},
): void {
  const operation = declared as unknown as Operation<TaskOperation, S, Done>
  mountForm<TaskOperation, S, Done, D>(site, operation, {
    path: taskPaths.act(':slug', ':id', act),
    tag: 'tasks',
    params: ({ id }) => ({ task: id! }),
    load: shown.render ? (loadAct as FormOptions<unknown, Done, D>['load']) : undefined,
    ...shown,
    may: (actor, data) => may?.(actor, data.task) ?? true,
    version: (data) => data.task.version,
    then: (done, { params, query }) =>
      query.back === 'work' ? taskPaths.work() : taskPaths.task(params.slug!, done.task),
  })
}

export function actRoutes(site: Site, links: TaskLinks): void {
  mountAct(site, 'start', startTask)
  mountAct(site, 'accept', acceptHandOver)
  mountAct(site, 'remind', remind)
  mountAct(site, 'edit', checkingObjectives(editTask, links), rules.mayEdit, {
    load: (tx, request) => loadEdit(tx, request, links),
    initial: (data, { lang }) => editValues(data, lang),
    render: (data, form, view) => <EditForm view={view} data={data} form={form} />,
  })
  mountAct(site, 'move', moveTask, rules.mayMove, {
    initial: ({ task }) => ({ due: task.due_on ?? '' }),
    render: (data, form, view) => <forms.MoveForm view={view} data={data} form={form} />,
  })
  stateRoutes(site)
  partyRoutes(site)
  completionRoutes(site, links)
}

function stateRoutes(site: Site) {
  mountAct(site, 'wait', waitOn, rules.mayStopFor, {
    render: (data, form, view) => <forms.WaitForm view={view} data={data} form={form} />,
  })
  mountAct(site, 'block', blockTask, rules.mayStopFor, {
    render: (data, form, view) => <forms.BlockForm view={view} data={data} form={form} />,
  })
  mountAct(site, 'resume', resumeTask, rules.mayResume, {
    render: (data, form, view, { actor }) => (
      <forms.ResumeForm view={view} data={data} form={form} delivered={!doesIt(actor, data.task)} />
    ),
  })
  mountAct(site, 'cancel', cancelTask, rules.mayCancel, {
    render: (data, form, view) => <forms.CancelForm view={view} data={data} form={form} />,
  })
  mountAct(site, 'reopen', reopenTask, rules.mayReopen, {
    render: (data, form, view) => <forms.TextForm view={view} data={data} form={form} act="reopen" />,
  })
}

function doesIt(actor: Actor, task: Task): boolean {
  return leads(actor, task) || actsIn(actor, task, 'responsible')
}

function partyRoutes(site: Site) {
  mountAct(site, 'handOver', handOverTask, rules.mayHandOver, {
    render: (data, form, view) => <forms.HandOverForm view={view} data={data} form={form} />,
  })
  mountAct(site, 'decline', declineHandOver, rules.mayAnswerOffer, {
    render: (data, form, view) => <forms.TextForm view={view} data={data} form={form} act="decline" />,
  })
  mountAct(site, 'role', assignRole, rules.mayAssign, {
    load: loadRoles,
    render: (data, form, view) => <forms.RoleForm view={view} data={data} form={form} people={data.people} />,
  })
  mountAct(site, 'adoption', reportAdoption, (actor, task) => rules.mayReportAdoption(actor, task), {
    load: loadAdoption,
    render: (data, form, view) => (
      <forms.AdoptionForm view={view} data={data} form={form} bodies={data.bodies} questions={data.questions} />
    ),
  })
}

function completionRoutes(site: Site, links: TaskLinks) {
  mountAct(site, 'evidence', checkingDocuments(links), rules.mayAddEvidence, {
    load: (tx, request) => loadEvidence(tx, request, links),
    render: (data, form, view) => <forms.EvidenceForm view={view} data={data} form={form} documents={data.documents} />,
  })
  mountAct(site, 'close', closeTask, rules.mayClose, {
    render: (data, form, view) => <forms.TextForm view={view} data={data} form={form} act="close" />,
  })
  mountAct(site, 'verify', verifyTask, rules.mayVerify, {
    render: (data, form, view) => <forms.TextForm view={view} data={data} form={form} act="verify" />,
  })
}
