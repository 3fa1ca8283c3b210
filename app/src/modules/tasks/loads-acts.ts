import { actsFor, coordinates } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import type { Choice } from '#ui/choice-fields.tsx'
import type { TaskLinks } from './links.ts'
import { type ActData, loadAct } from './loads.ts'
import { loadChoices, type PlanChoices } from './loads-list.ts'
import { adoptionOf } from './store/adoption.ts'
import { namesOf } from './store/organisations.ts'
import { seatedPeople } from './store/places.ts'
import { hasRole } from './task.ts'

export type EditData = ActData & PlanChoices

export async function loadEdit(tx: ReadTx, request: PageRequest, links: TaskLinks): Promise<EditData | undefined> {
  const act = await loadAct(tx, request)
  if (!act) return undefined
  return { ...act, ...(await loadChoices(tx, act.programme.id, request.today, request.lang, links)) }
}

export type EvidenceData = ActData & { documents: Choice[] }

/** Files of the task that may be the evidence. */
export async function loadEvidence(
  tx: ReadTx,
  request: PageRequest,
  links: TaskLinks,
): Promise<EvidenceData | undefined> {
  const act = await loadAct(tx, request)
  if (!act) return undefined
  const documents = await links.documentsOf(tx, act.task.id)
  return { ...act, documents: documents.map(({ id, title }) => ({ value: id, label: title })) }
}

export type RoleData = ActData & { people: Choice[] }

/** People who hold a seat, with their agency. */
export async function loadRoles(tx: ReadTx, request: PageRequest): Promise<RoleData | undefined> {
  const act = await loadAct(tx, request)
  if (!act) return undefined
  const seated = await seatedPeople(tx, act.programme.id, request.today)
  return { ...act, people: seated.map((one) => ({ value: one.id, label: `${one.name}, ${one.organisation}` })) }
}

export type AdoptionData = ActData & { bodies: Choice[]; questions: Choice[] }

/** The agencies that this person may answer for, and what is asked. */
export async function loadAdoption(tx: ReadTx, request: PageRequest): Promise<AdoptionData | undefined> {
  const act = await loadAct(tx, request)
  if (!act) return undefined
  const { task, parties } = act
  const { questions } = await adoptionOf(tx, task.id)
  const asked = new Set([...task.bound_ids, ...parties.map((party) => party.organisationId)])
  const own = [...asked].filter(
    (id) => coordinates(request.actor, task.programme_id) || actsFor(request.actor, task.programme_id, id),
  )
  const names = await namesOf(tx, own)
  const first = (id: string) => Number(task.bound_ids.includes(id) || hasRole(task, id, 'responsible'))
  return {
    ...act,
    bodies: own.sort((a, b) => first(b) - first(a)).map((id) => ({ value: id, label: names.get(id)?.name ?? id })),
    questions: questions.map((one) => ({
      value: one.id,
      label: (request.lang === 'en' ? one.title_en : one.title) ?? one.title ?? one.title_en ?? '',
    })),
  }
}
