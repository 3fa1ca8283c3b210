import { addEvidence } from '#modules/tasks/operations/add-evidence.ts'
import { blockTask } from '#modules/tasks/operations/block-task.ts'
import { closeTask } from '#modules/tasks/operations/close-task.ts'
import { declareCapacity } from '#modules/tasks/operations/declare-capacity.ts'
import { handOverTask } from '#modules/tasks/operations/hand-over-task.ts'
import { moveTask } from '#modules/tasks/operations/move-task.ts'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import { resumeTask } from '#modules/tasks/operations/resume-task.ts'
import { startTask } from '#modules/tasks/operations/start-task.ts'
import { verifyTask } from '#modules/tasks/operations/verify-task.ts'
import { waitOn } from '#modules/tasks/operations/wait-on.ts'
import type { OrganisationKey } from './cast.ts'
import { milestones, type PlannedMilestone } from './milestones.ts'
import { capacities, capacityCut, districts, type ServiceKey, serviceTitle, serving } from './plan.ts'
import { headOf, type Step, type World, workerOf } from './world.ts'

const lang = 'id' as const

/** Milestones with their waits, moves, evidence and verification; the services in each district; capacity by month. */
export function workSteps(): Step[] {
  return [...milestones.flatMap(lifeOf), ...serviceSteps(), ...capacitySteps()]
}

function lifeOf(planned: PlannedMilestone): Step[] {
  const known = { id: '' }
  const by = (world: World) => world.people[workerOf(planned.by)]
  const start = startOf(planned)
  const steps: Step[] = [
    {
      day: 30,
      async tell(world) {
        known.id = await planMilestone(world, planned)
      },
    },
    { day: start, tell: (world) => world.teller.act(by(world), startTask, { task: known.id, lang }).then(() => {}) },
  ]
  for (const [from, until, on] of planned.waits ?? [])
    steps.push(...waitSteps(planned, known, Math.max(from, start + 1), until, on))
  for (const [day, due, asked] of planned.moves ?? []) {
    steps.push({ day, tell: (world) => moveOne(world, by(world), known.id, due, asked) })
  }
  if (planned.done) steps.push({ day: planned.done, tell: (world) => finish(world, planned, known.id) })
  steps.push(...unfinished(planned, known))
  return steps.filter((step) => step.day <= 365)
}

/** Work begins five months before it is due, after the plan is made. */
function startOf({ due }: PlannedMilestone): number {
  return Math.max(31, due - 150)
}

async function planMilestone(
  { teller, slug, organisations, people, objectives }: World,
  planned: PlannedMilestone,
): Promise<string> {
  const { title, en: titleEn, type: milestoneType, by, due, consults = [], objective } = planned
  const result = await teller.act(people[workerOf(by)], planTask, {
    programme: slug,
    kind: 'milestone',
    lang,
    title,
    titleEn,
    milestoneType,
    accountable: organisations[by],
    consulted: consults.map((key) => organisations[key]),
    objectives: [objectives.get(objective)!],
    start: teller.dateOf(startOf(planned)),
    due: teller.dateOf(due),
    effort: 40,
    effortUnit: 'person-day',
    weight: 2,
  })
  return result.task
}

function waitSteps(
  planned: Pick<PlannedMilestone, 'by'>,
  known: { id: string },
  from: number,
  until: number | null,
  on: OrganisationKey,
): Step[] {
  const because = 'Menunggu jawaban tertulis sebelum dapat dilanjutkan'
  const steps: Step[] = [
    {
      day: from,
      async tell({ teller, people, organisations }) {
        await teller.act(people[workerOf(planned.by)], waitOn, {
          task: known.id,
          lang,
          agency: organisations[on],
          because,
        })
      },
    },
  ]
  if (until === null) return steps
  return [...steps, { day: until, tell: (world) => resumeOne(world, planned.by, known.id, 'Jawaban sudah diterima') }]
}

async function moveOne(
  { teller, organisations }: World,
  by: string,
  task: string,
  due: number,
  asked: OrganisationKey,
): Promise<void> {
  const reason = 'Pekerjaan pendahulu belum selesai'
  const requestedBy = organisations[asked]
  await teller.act(by, moveTask, { task, lang, due: teller.dateOf(due), reason, code: 'other-agency', requestedBy })
}

/** What still lies on somebody's desk when the story ends. */
function unfinished({ title, by, evidenced, offered }: PlannedMilestone, known: { id: string }): Step[] {
  const steps: Step[] = []
  if (evidenced) steps.push({ day: evidenced, tell: (world) => giveEvidence(world, by, known.id, title) })
  if (offered) {
    const [day, to] = offered
    const why = 'Data penerima ada pada instansi yang dituju'
    const tell = async ({ teller, people, organisations }: World) =>
      void (await teller.act(people[workerOf(by)], handOverTask, {
        task: known.id,
        lang,
        agency: organisations[to],
        why,
      }))
    steps.push({ day, tell })
  }
  return steps
}

async function giveEvidence(
  { teller, people }: World,
  by: OrganisationKey,
  task: string,
  title: string,
): Promise<void> {
  await teller.act(people[workerOf(by)], addEvidence, {
    task,
    lang,
    what: 'Berita acara',
    body: `Berita acara penyelesaian: ${title}`,
  })
}

async function finish(world: World, planned: PlannedMilestone, task: string): Promise<void> {
  const { teller, people } = world
  const worker = people[workerOf(planned.by)]
  await giveEvidence(world, planned.by, task, planned.title)
  await teller.act(worker, closeTask, { task, lang })
  if (planned.unverified) return
  const verifier = planned.by === 'bappeda' ? people.bayu : people.kepalaBappeda
  await teller.act(verifier, verifyTask, { task, lang })
}

/** Services that waited for the shared list twice, and those that stopped for want of money. */
const stoppages: Partial<
  Record<
    ServiceKey,
    { waits?: [from: number, until: number | null][]; blocked?: [from: number, until: number | null][] }
  >
> = {
  'ibu-hamil': {
    waits: [
      [82, 148],
      [284, null],
    ],
  },
  'bantuan-pangan': {
    waits: [
      [85, 151],
      [288, null],
    ],
  },
  'pemantauan-balita': {
    waits: [
      [88, 150],
      [296, null],
    ],
  },
  'air-sanitasi': {
    blocked: [
      [125, 194],
      [292, null],
    ],
  },
  imunisasi: {
    blocked: [
      [124, 192],
      [305, null],
    ],
  },
  pengasuhan: { blocked: [[121, 189]] },
}

function serviceSteps(): Step[] {
  return (Object.keys(serving) as ServiceKey[]).flatMap((service) =>
    serving[service].flatMap((servers, index) => servers.flatMap((by) => lifeOfService(service, index, by))),
  )
}

function lifeOfService(service: ServiceKey, district: number, by: OrganisationKey): Step[] {
  const known = { id: '' }
  const { waits = [], blocked = [] } = stoppages[service] ?? {}
  const steps: Step[] = [
    {
      day: 33 + district,
      async tell(world) {
        known.id = await planService(world, service, district, by)
      },
    },
  ]
  for (const [from, until] of waits) steps.push(...waitSteps({ by }, known, from + district, until, 'kominfo'))
  for (const [from, until] of blocked) {
    steps.push({ day: from + district, tell: (world) => blockOne(world, by, known.id) })
    if (until)
      steps.push({
        day: until + district,
        tell: (world) => resumeOne(world, by, known.id, 'Dana dan alat sudah tersedia'),
      })
  }
  return steps
}

async function blockOne({ teller, people }: World, by: OrganisationKey, task: string): Promise<void> {
  const because = 'Dana triwulan ini belum cair'
  await teller.act(people[workerOf(by)], blockTask, { task, lang, code: 'resource', because })
}

async function resumeOne({ teller, people }: World, by: OrganisationKey, task: string, because: string): Promise<void> {
  await teller.act(people[workerOf(by)], resumeTask, { task, lang, because })
}

async function planService(world: World, service: ServiceKey, district: number, by: OrganisationKey): Promise<string> {
  const { teller, slug, organisations, people, objectives, services } = world
  const { id: title, en, objective, budget } = serviceTitle[service]
  const { task } = await teller.act(people[workerOf(by)], planTask, {
    programme: slug,
    kind: 'activity',
    lang,
    title: `${title} di ${districts[district]}`,
    titleEn: `${en} in ${districts[district]}`,
    accountable: organisations[by],
    consulted: by === 'bappeda' ? [] : [organisations.bappeda],
    // Parenting classes are not yet linked to an objective that is measured.
    objectives: service === 'imunisasi' ? [] : [objectives.get(objective)!],
    service: services.get(service),
    territory: territoryCode(district),
    start: teller.dateOf(40),
    due: teller.dateOf(400 + district * 20),
    effort: by === 'kominfo' ? 60 : 25,
    effortUnit: 'person-day',
    budget: budget * 1_000_000,
  })
  await teller.act(people[workerOf(by)], startTask, { task, lang })
  return task
}

function capacitySteps(): Step[] {
  const first = (Object.keys(capacities) as OrganisationKey[]).map((by) => ({ by, day: 32, hours: capacities[by]! }))
  return [...first, capacityCut].map(({ by, day, hours }) => ({
    day,
    async tell({ teller, slug, organisations, people }: World) {
      const month = teller.dateOf(day).slice(0, 7)
      const input = { programme: slug, lang, agency: organisations[by], month, months: 24, hours }
      await teller.act(people[headOf(by)], declareCapacity, input)
    },
  }))
}

/** The charter makes a territory's code from its name. */
function territoryCode(district: number): string {
  return districts[district]!.toLowerCase()
}
