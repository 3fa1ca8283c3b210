import type { Actor } from '#kernel/access.ts'
import { actsFor, hasSeat, seatsIn } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import {
  charterTerms,
  type Party,
  type ProgrammeHead,
  partiesOn,
  programmeById,
  programmeBySlug,
} from '#modules/programmes/public.ts'
import { agreedCadence, type Cadence } from './cadence.ts'
import type { Linked, MeetingLinks, OpenQuestion } from './links.ts'
import {
  type Judged,
  type Meeting,
  mayAnswer,
  mayBring,
  mayConclude,
  mayConfirm,
  mayDraft,
  mayExtend,
  mayMove,
  mayPlan,
  mayRecord,
  type Series,
} from './meeting.ts'
import { type AgendaItem, agendaOf, carriedItems, type PlacedItem, sourcesTaken } from './store/agenda.ts'
import { type Attendance, attendanceOf, type Seated, seatedFor } from './store/attendance.ts'
import * as store from './store/meetings.ts'
import { type Minutes, minutesOf } from './store/minutes.ts'
import { localOf } from './zone.ts'

export type { Minutes, PlacedItem }

export type Place = { programme: ProgrammeHead; place: { programme_id: string; programme_status: string } }

export function placeOf(programme: ProgrammeHead): Place {
  return { programme, place: { programme_id: programme.id, programme_status: programme.status } }
}

export type ListData = Place & {
  rows: (Meeting & { confirmed: boolean })[]
  total: number
  withheld: Withheld
  filter: store.MeetingFilter
  series: (Series & { last: Date | null; mayExtend: Verdict })[]
  agreed: Cadence | undefined
  mayPlan: Verdict
}

export async function loadList(
  tx: ReadTx,
  { params, query, actor }: PageRequest<store.MeetingFilter>,
): Promise<ListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const of = placeOf(programme)
  const [found, series, withheld, terms] = await Promise.all([
    store.listMeetings(tx, programme.id, query),
    store.seriesOf(tx, programme.id),
    withheldIn(tx, 'meetings', programme.id),
    charterTerms(tx, programme.id),
  ])
  return {
    ...of,
    ...found,
    withheld,
    filter: query,
    series: series.map((one) => ({ ...one, mayExtend: mayExtend(actor, { ...one, ...of.place }) })),
    agreed: agreedCadence(terms),
    mayPlan: mayPlan(actor, of.place),
  }
}

export type PlanData = Place & { parties: Party[]; agreed: Cadence | undefined; publishable: boolean }

export async function loadPlan(tx: ReadTx, { params, today }: PageRequest): Promise<PlanData | undefined> {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const [parties, terms] = await Promise.all([partiesOn(tx, programme.id, today), charterTerms(tx, programme.id)])
  return {
    ...placeOf(programme),
    parties,
    agreed: agreedCadence(terms),
    publishable: terms === undefined || terms.publishable.includes('meetings'),
  }
}

export type SeriesData = Place & { series: Series }

export async function loadSeries(tx: ReadTx, { params }: PageRequest): Promise<SeriesData | undefined> {
  const [programme, series] = await Promise.all([
    programmeBySlug(tx, params.slug!),
    store.readSeries(tx, params.series!),
  ])
  if (!programme || series?.programme_id !== programme.id) return undefined
  return { ...placeOf(programme), series }
}

export type MeetingHead = Place & { meeting: Meeting & { programme_status: string } }

export async function loadHead(tx: ReadTx, { params }: PageRequest<unknown>): Promise<MeetingHead | undefined> {
  const meeting = await store.readMeeting(tx, params.id!)
  const programme = meeting && (await programmeById(tx, meeting.programme_id))
  return programme && { ...placeOf(programme), meeting: { ...meeting, programme_status: programme.status } }
}

export type AttendanceRow = Party & { required: boolean; attendance?: Attendance }
export type Named = Map<string, Linked>
export type Proposal =
  | { id: string; why: 'carried'; times: number; item: AgendaItem }
  | { id: string; why: OpenQuestion['why']; days?: number; question: OpenQuestion }

/** What a page of a meeting shows of it: who came, what was discussed, what was written. */
export type MeetingRecord = MeetingHead & {
  attendance: AttendanceRow[]
  agenda: PlacedItem[]
  tasks: Named
  decisions: Named
  minutes: Minutes[]
}

export async function loadRecord(
  tx: ReadTx,
  request: PageRequest<unknown>,
  links: MeetingLinks,
): Promise<MeetingRecord | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { meeting, programme } = head
  const [parties, said, agenda, minutes] = await Promise.all([
    partiesOn(tx, programme.id, localOf(meeting.starts_at, meeting.zone).day),
    attendanceOf(tx, [meeting.id]),
    agendaOf(tx, meeting.id),
    minutesOf(tx, meeting.id),
  ])
  const ids = (pick: 'task_id' | 'decision_id') => agenda.flatMap(({ outcome }) => outcome?.[pick] ?? [])
  const [tasks, decisions] = await Promise.all([
    links.tasksNamed(tx, ids('task_id')),
    links.decisionsNamed(tx, ids('decision_id')),
  ])
  const byParty = new Map(said.map((one) => [one.organisation_id, one]))
  return {
    ...head,
    attendance: parties.map((party) => ({
      ...party,
      required: meeting.required_ids.includes(party.organisationId),
      attendance: byParty.get(party.organisationId),
    })),
    agenda,
    tasks: new Map(tasks.map((one) => [one.id, one])),
    decisions: new Map(decisions.map((one) => [one.id, one])),
    minutes,
  }
}

export type MeetingMay = Record<'move' | 'bring' | 'answer' | 'record' | 'conclude' | 'draft' | 'confirm', Verdict>
export type MeetingData = MeetingRecord & {
  link: string | null
  member: boolean
  changes: store.Change[]
  proposals: Proposal[]
  may: MeetingMay
}

export async function loadMeeting(
  tx: ReadTx,
  request: PageRequest<unknown>,
  links: MeetingLinks,
): Promise<MeetingData | undefined> {
  const record = await loadRecord(tx, request, links)
  if (!record) return undefined
  const { meeting, programme } = record
  const { actor, now } = request
  const may = mayOf(actor, meeting, now, record.minutes[0])
  const [link, changes, proposals] = await Promise.all([
    store.linkOf(tx, { meetingId: meeting.id }),
    store.changesOf(tx, meeting.id),
    may.bring === true ? proposalsFor(tx, programme, request.today, links) : [],
  ])
  return { ...record, link, member: hasSeat(actor, programme.id), changes, proposals, may }
}

function mayOf(actor: Actor, meeting: Judged, now: Date, newest: Minutes | undefined): MeetingMay {
  return {
    move: mayMove(actor, meeting, now),
    bring: mayBring(actor, meeting),
    answer: mayAnswer(actor, meeting, now),
    record: mayRecord(actor, meeting, now),
    conclude: mayConclude(actor, meeting),
    draft: mayDraft(actor, meeting),
    confirm: mayConfirm(actor, meeting, newest),
  }
}

/** Matters carried over first, then open questions that stand on no agenda yet. */
async function proposalsFor(
  tx: ReadTx,
  programme: ProgrammeHead,
  day: string,
  links: MeetingLinks,
): Promise<Proposal[]> {
  const [carried, questions, taken] = await Promise.all([
    carriedItems(tx, programme.id),
    links.openQuestions(tx, programme, day),
    sourcesTaken(tx, programme.id),
  ])
  return [
    ...carried.map((item) => ({ id: item.id, why: 'carried' as const, times: item.carried, item })),
    ...questions
      .filter((question) => !taken.has(question.id))
      .map((question) => ({ id: question.id, why: question.why, days: question.days, question })),
  ]
}

export type AnswerData = MeetingHead & { parties: Party[]; seated: Seated[]; own: Attendance | undefined }

/** The parties for which this person may answer, and who sits for them. */
export async function loadAnswer(tx: ReadTx, request: PageRequest): Promise<AnswerData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { meeting, programme } = head
  const { day } = localOf(meeting.starts_at, meeting.zone)
  const own = new Set(seatsIn(request.actor, programme.id).map((seat) => seat.organisationId))
  const [parties, seated, said] = await Promise.all([
    partiesOn(tx, programme.id, day),
    seatedFor(tx, programme.id, day),
    attendanceOf(tx, [meeting.id]),
  ])
  const mine = parties.filter(({ organisationId }) => actsFor(request.actor, programme.id, organisationId))
  return {
    ...head,
    parties: mine,
    seated: seated.filter((one) => own.has(one.organisation_id)),
    own: said.find((one) => one.organisation_id === mine[0]?.organisationId),
  }
}

export type ConcludeData = MeetingHead & {
  item: PlacedItem
  tasks: Linked[]
  decisions: Linked[]
  newTask: string | undefined
  raiseDecision: string | undefined
}

export async function loadConclude(
  tx: ReadTx,
  request: PageRequest,
  links: MeetingLinks,
): Promise<ConcludeData | undefined> {
  const head = await loadHead(tx, request)
  const item = head && (await agendaOf(tx, head.meeting.id)).find((one) => one.id === request.params.item)
  if (!head || !item) return undefined
  const { programme } = head
  const [tasks, decisions] = await Promise.all([links.openTasks(tx, programme), links.openDecisions(tx, programme)])
  return {
    ...head,
    item,
    tasks,
    decisions,
    newTask: links.newTaskHref(programme.slug),
    raiseDecision: links.raiseDecisionHref(programme.slug),
  }
}

export type MinutesFormData = MeetingHead & { newest: Minutes | undefined; confirmed: Minutes | undefined }

export async function loadMinutesForm(tx: ReadTx, request: PageRequest): Promise<MinutesFormData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const versions = await minutesOf(tx, head.meeting.id)
  return { ...head, newest: versions[0], confirmed: versions.find((one) => one.status === 'confirmed') }
}

export type MinutesData = MeetingRecord & { shown: Minutes | undefined; may: MeetingMay }

/** One version of the minutes: the one asked for, else the newest confirmed, else the draft where it may be read. */
export async function loadMinutes(
  tx: ReadTx,
  request: PageRequest<unknown>,
  links: MeetingLinks,
): Promise<MinutesData | undefined> {
  const record = await loadRecord(tx, request, links)
  if (!record) return undefined
  const { minutes, meeting } = record
  const asked = request.params.number
  const usual = minutes.find((one) => one.status === 'confirmed') ?? minutes[0]
  const shown = asked === undefined ? usual : minutes.find((one) => String(one.number) === asked)
  if (asked !== undefined && !shown) return undefined
  return { ...record, shown, may: mayOf(request.actor, meeting, request.now, minutes[0]) }
}
