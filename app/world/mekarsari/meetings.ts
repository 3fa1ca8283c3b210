import { meetingLinks } from '#app/meeting-links.ts'
import { addDays, daysBetween } from '#kernel/calendar.ts'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { occurrence } from '#modules/meetings/cadence.ts'
import type { Manner } from '#modules/meetings/meeting.ts'
import { answerInvitation } from '#modules/meetings/operations/answer-invitation.ts'
import { bringItem } from '#modules/meetings/operations/bring-item.ts'
import { concludeItem } from '#modules/meetings/operations/conclude-item.ts'
import { confirmMinutes } from '#modules/meetings/operations/confirm-minutes.ts'
import { moveMeeting } from '#modules/meetings/operations/move-meeting.ts'
import { placeProposal } from '#modules/meetings/operations/place-proposal.ts'
import { planMeeting } from '#modules/meetings/operations/plan-meeting.ts'
import { recordAttendance } from '#modules/meetings/operations/record-attendance.ts'
import { sendInvitations } from '#modules/meetings/operations/send-invitations.ts'
import { startSeries } from '#modules/meetings/operations/start-series.ts'
import { writeMinutes } from '#modules/meetings/operations/write-minutes.ts'
import { type OrganisationKey, organisations } from './cast.ts'
import { type Matter, matters } from './matters.ts'
import type { Teller } from './tell.ts'
import { headOf, type Step, type World, workerOf } from './world.ts'

/** Ids of the monthly meetings and of the matters, as they come into being. */
type Known = { meetings: string[]; items: Map<Matter, string> }

const heldMeetings = 11
const plannedMeetings = 14
const usualWeekday = 3

/** The days of one meeting: as the series plans it, as it was held, and when the team wrote down what had been. */
type Days = { planned: number; held: number; recorded: number; confirmed: number }

/** A year of monthly coordination meetings: who came, what was put off, what was settled; and a steering meeting to come. */
export function meetingSteps(deps: Deps, teller: Teller): Step[] {
  const known: Known = { meetings: [], items: new Map() }
  const first = firstOn(teller)
  const steps: Step[] = [{ day: 33, tell: (world) => begin(world, deps, known, first) }]
  const all = Array.from({ length: heldMeetings }, (_, index) => daysOf(teller, first, index))
  for (const [index, { planned, held, recorded, confirmed }] of all.entries()) {
    if (held !== planned)
      steps.push({ day: planned - 7, tell: (world) => move(world, known, index, teller.calendarDate(held)) })
    steps.push({ day: held - 3, tell: (world) => prepare(world, known, index) })
    steps.push({ day: recorded, tell: (world) => record(world, deps, known, index) })
    steps.push({ day: confirmed, tell: (world) => confirm(world, known, index) })
  }
  return [
    ...steps,
    { day: all.at(-1)!.confirmed + 1, tell: (world) => correct(world, known) },
    { day: 365, tell: (world) => prepareNext(world, deps, known) },
    { day: 365, tell: steering },
  ]
}

/** The first Wednesday from the fortieth day on. */
export function firstOn(teller: Teller): string {
  const day = teller.calendarDate(40)
  return addDays(day, (usualWeekday - new Date(day).getUTCDay() + 7) % 7)
}

/** The fifth meeting is moved; one that falls on a holiday too, to the next working day. */
export function daysOf(teller: Teller, first: string, index: number): Days {
  const planned = daysBetween(teller.calendarDate(0), occurrence('monthly', first, index))
  const works = (day: number) => teller.dateOf(day) === teller.calendarDate(day)
  const nextWorking = (from: number) => {
    let day = from
    while (!works(day)) day += 1
    return day
  }
  const held = nextWorking(index === 4 ? planned + 2 : planned)
  const recorded = nextWorking(held + 1)
  return { planned, held, recorded, confirmed: nextWorking(recorded + 1) }
}

const binding = (Object.keys(organisations) as OrganisationKey[]).filter(
  (key) => organisations[key].party === 'lead' || organisations[key].party === 'member',
)

const reader = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const

const usual = {
  clock: '13.30',
  minutes: 120,
  place: 'Aula Bappeda Mekarsari',
  link: 'https://rapat.mekarsari.example/koordinasi',
}

async function begin(
  { teller, people, organisations: ids, slug, programmeId }: World,
  deps: Deps,
  known: Known,
  day: string,
) {
  await teller.act(people.rina, startSeries, {
    slug,
    ...usual,
    title: 'Rapat koordinasi bulanan',
    titleEn: 'Monthly coordination meeting',
    day,
    cadence: 'monthly',
    count: plannedMeetings,
    heads: true,
    required: binding.map((key) => ids[key]),
  })
  const rows = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx.selectFrom('meetings').select('id').where('programme_id', '=', programmeId).orderBy('starts_at').execute(),
  )
  known.meetings = rows.map((row) => row.id)
}

async function move({ teller, people }: World, known: Known, index: number, day: string): Promise<void> {
  const reason = index === 4 ? 'Bertepatan dengan musyawarah perencanaan kabupaten' : 'Jatuh pada hari libur'
  await teller.act(people.rina, moveMeeting, { meeting: known.meetings[index]!, day, clock: usual.clock, reason })
}

/** On the agenda of a meeting: what is new, and what earlier ones put off. */
function agendaOf(index: number): Matter[] {
  return matters.filter(({ first, carried = 0 }) => first <= index && index <= first + carried)
}

async function prepare(world: World, known: Known, index: number): Promise<void> {
  const { teller, people } = world
  const meeting = known.meetings[index]!
  for (const matter of agendaOf(index)) {
    const by = people[workerOf(matter.by)]
    const before = known.items.get(matter)
    if (before) {
      await teller.act(by, placeProposal(meetingLinks), { meeting, proposal: before })
      continue
    }
    const { item } = await teller.act(by, bringItem, { meeting, kind: matter.kind, title: matter.title })
    known.items.set(matter, item)
  }
  await teller.act(people.rina, sendInvitations, { meeting })
}

/** From the middle of the year on heads send others, and public works stays away more and more. */
function mannerOf(key: OrganisationKey, index: number): Manner {
  const seldom: Partial<Record<OrganisationKey, Record<number, Manner>>> = {
    pupr: { 3: 'absent', 6: 'absent', 8: 'absent-notice', 10: 'absent' },
    dinsos: { 7: 'delegate', 9: 'delegate-decides' },
    kemenag: { 2: 'absent-notice', 5: 'absent-notice' },
    universitas: { 1: 'online', 3: 'online', 5: 'online' },
  }
  const delegating: Partial<Record<OrganisationKey, number>> = {
    dppkb: 5,
    dikbud: 6,
    kemenag: 6,
    universitas: 7,
    kominfo: 8,
  }
  const once = seldom[key]?.[index]
  if (once) return once
  if (index < (delegating[key] ?? heldMeetings)) return 'in-person'
  return key === 'kominfo' ? 'delegate-decides' : 'delegate'
}

async function record(world: World, deps: Deps, known: Known, index: number): Promise<void> {
  const { teller, people, organisations: ids } = world
  const meeting = known.meetings[index]!
  const attendance = binding.map((key) => `${ids[key]}=${mannerOf(key, index)}`)
  await teller.act(people.rina, recordAttendance, { meeting, attendance: [...attendance, `${ids.forum}=in-person`] })
  const agenda = agendaOf(index)
  for (const matter of agenda) {
    const last = index === matter.first + (matter.carried ?? 0) && matter.settled
    const result = last
      ? { result: 'settled' as const, text: matter.settled, ...(await ledTo(world, deps, matter)) }
      : { result: 'carried' as const }
    await teller.act(people.rina, concludeItem(meetingLinks), { meeting, item: known.items.get(matter)!, ...result })
  }
  await teller.act(people.bayu, writeMinutes, { meeting, body: minutesOf(agenda, index) })
}

async function ledTo({ teller, slug, programmeId: id }: World, deps: Deps, { decision, task }: Matter) {
  if (!decision && !task) return {}
  const [decisions, tasks] = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    Promise.all([meetingLinks.openDecisions(tx, { id, slug }), meetingLinks.openTasks(tx, { id, slug })]),
  )
  return {
    decision: decisions.find((one) => one.title === decision)?.id,
    task: tasks.find((one) => one.title === task)?.id,
  }
}

function minutesOf(agenda: Matter[], index: number): string {
  const opened = `Rapat koordinasi ke-${index + 1} dibuka oleh koordinator pukul 13.35 dan ditutup pukul 15.20.`
  const discussed = agenda.map(({ title, by, settled, first, carried = 0 }) => {
    const open = !settled || index < first + carried
    const end = open ? 'Pembahasan belum tuntas dan dilanjutkan pada rapat berikutnya.' : settled
    return `${title}\nDibawakan oleh ${organisations[by].acronym ?? organisations[by].name}. ${end}`
  })
  return [opened, ...discussed].join('\n\n')
}

async function confirm({ teller, people }: World, known: Known, index: number): Promise<void> {
  await teller.act(people.rina, confirmMinutes, { meeting: known.meetings[index]! })
}

/** The minutes of the last meeting are corrected; the correction waits to be confirmed. */
async function correct({ teller, people }: World, known: Known): Promise<void> {
  const index = heldMeetings - 1
  const body = `${minutesOf(agendaOf(index), index)}\n\nRapat berikutnya membahas pembagian tugas pemantauan.`
  const because = 'Kesepakatan tentang rapat berikutnya belum tertulis'
  await teller.act(people.bayu, writeMinutes, { meeting: known.meetings[index]!, body, because })
}

/** The next meeting takes up the first open question that the records propose, and some parties have answered. */
async function prepareNext(world: World, deps: Deps, known: Known): Promise<void> {
  const { teller, people, organisations: ids, slug, programmeId } = world
  const meeting = known.meetings[heldMeetings]!
  const today = teller.now().toISOString().slice(0, 10)
  const [question] = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    meetingLinks.openQuestions(tx, { id: programmeId, slug }, today),
  )
  const sumur = matters.find((matter) => matter.title === 'Alih kelola sumur dalam')!
  await teller.act(people.tono, placeProposal(meetingLinks), { meeting, proposal: known.items.get(sumur)! })
  if (question) await teller.act(people.rina, placeProposal(meetingLinks), { meeting, proposal: question.id })
  await teller.act(people.rina, sendInvitations, { meeting })
  const answers: [OrganisationKey, Manner][] = [
    ['dinkes', 'in-person'],
    ['yayasan', 'in-person'],
    ['kominfo', 'delegate'],
  ]
  for (const [key, manner] of answers) {
    if (manner === 'absent') continue
    const head = people[headOf(key)]
    const delegated = manner === 'delegate' ? { person: people[workerOf(key)], delegateOf: head } : { person: head }
    await teller.act(head, answerInvitation, { meeting, party: ids[key], manner, ...delegated })
  }
}

async function steering({ teller, people, slug, organisations: ids }: World): Promise<void> {
  await teller.act(people.rina, planMeeting, {
    slug,
    ...usual,
    title: 'Rapat pengarah: hambatan yang belum tertangani',
    titleEn: 'Steering meeting: obstacles without a remedy',
    day: teller.dateOf(376),
    class: 'members',
    heads: true,
    required: binding.map((key) => ids[key]),
  })
}
