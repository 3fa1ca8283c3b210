import { decisionLinks } from '#app/modules.ts'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { linkDecision } from '#modules/decisions/operations/link-decision.ts'
import { addOrganisation } from '#modules/directory/operations/add-organisation.ts'
import { territoriesOf } from '#modules/programmes/public.ts'
import { correctRealisation } from '#modules/resources/operations/correct-realisation.ts'
import { moveResource } from '#modules/resources/operations/move-resource.ts'
import { offerResource } from '#modules/resources/operations/offer-resource.ts'
import { planBudgetLine } from '#modules/resources/operations/plan-budget-line.ts'
import { recordContract } from '#modules/resources/operations/record-contract.ts'
import { recordRealisation } from '#modules/resources/operations/record-realisation.ts'
import { reviseBudgetLine } from '#modules/resources/operations/revise-budget-line.ts'
import {
  type BodyKey,
  bodies,
  correction,
  lastYear,
  type PlannedContract,
  type PlannedLine,
  type PlannedOffer,
  plannedContracts,
  plannedOffers,
  rupiah,
  thisYear,
} from './budget-plan.ts'
import { type Step, type World, workerOf } from './world.ts'

const reader = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const
/** A day in the year that most of the money is for. */
const midYear = 200

type Kept = {
  bodies: Record<BodyKey, string>
  lines: Map<string, string>
  offers: Map<string, string>
  places: string[]
}

/** The money of the year before and of this one, contracts, what is shared, and two decisions about a line. */
export function resourceSteps(deps: Deps): Step[] {
  const kept: Kept = { bodies: {} as Kept['bodies'], lines: new Map(), offers: new Map(), places: [] }
  const on = (day: number, tell: (world: World, kept: Kept) => Promise<unknown>): Step => ({
    day,
    tell: (world) => tell(world, kept).then(() => {}),
  })
  return [
    on(31, (world) => begin(world, kept, deps)),
    ...[...lastYear, ...thisYear].flatMap((line) => lifeOf(line, on)),
    on(correction.day, (world) => correct(world, kept, deps)),
    ...plannedContracts.map((one) => on(one.day, (world) => sign(world, kept, one))),
    ...plannedOffers.map((one) => on(one.day, (world) => offer(world, kept, one))),
    on(330, pauseVan),
    on(281, (world) =>
      link(world, deps, 'Do health posts use digital scales from next year?', kept.lines.get('timbangan')!),
    ),
    on(326, (world) => link(world, deps, 'Which villages get a well first?', kept.lines.get('air')!)),
  ]
}

async function begin(world: World, kept: Kept, deps: Deps): Promise<void> {
  const { teller, people, programmeId } = world
  for (const key of Object.keys(bodies) as BodyKey[])
    kept.bodies[key] = (await teller.act(people.operator, addOrganisation, bodies[key])).id
  const places = await readAs(deps.jobs, reader, teller.now(), (tx) => territoriesOf(tx, programmeId))
  kept.places = places.map((one) => one.code)
}

type On = (day: number, tell: (world: World, kept: Kept) => Promise<unknown>) => Step

function lifeOf(line: PlannedLine, on: On): Step[] {
  const { key, agency, spent = [], revised } = line
  const by = ({ people }: World) => people[workerOf(agency)]
  const about = ({ slug }: World, { lines }: Kept) => ({ slug, id: lines.get(key)! })
  const steps = [on(31, (world, kept) => plan(world, kept, line))]
  for (const [day, millions, evidence] of spent)
    steps.push(
      on(day, (world, kept) => {
        const spentOn = lastYear.includes(line) ? endOfLastYear(world) : world.teller.dateOf(day)
        const row = { ...about(world, kept), spentOn, amount: rupiah(millions), evidence }
        return world.teller.act(by(world), recordRealisation, row)
      }),
    )
  if (revised)
    steps.push(
      on(revised.day, (world, kept) => {
        const row = { ...about(world, kept), amount: rupiah(revised.to), because: revised.because }
        return world.teller.act(by(world), reviseBudgetLine, row)
      }),
    )
  return steps
}

const yearOf = ({ teller }: World) => Number(teller.dateOf(midYear).slice(0, 4))

/** Or, where the story begins later in that year, a day that is over. */
function endOfLastYear(world: World): string {
  const end = `${yearOf(world) - 1}-12-18`
  const begun = world.teller.dateOf(20)
  return end < begun ? end : begun
}

async function plan(world: World, kept: Kept, line: PlannedLine): Promise<void> {
  const { teller, people, organisations, slug } = world
  const past = lastYear.includes(line)
  const number = (past ? lastYear : thisYear).indexOf(line) + 1
  const { id } = await teller.act(people[workerOf(line.agency)], planBudgetLine, {
    slug,
    agency: organisations[line.agency],
    code: `1.02.02.2.02.00${String(number).padStart(2, '0')}`,
    title: line.title,
    titleEn: line.en,
    source: line.source === 'yayasan' ? organisations.yayasan : kept.bodies[line.source],
    territory: line.territory === undefined ? undefined : kept.places[line.territory],
    fiscalYear: yearOf(world) - (past ? 1 : 0),
    planned: rupiah(line.planned),
  })
  kept.lines.set(line.key, id)
}

async function correct(world: World, { lines }: Kept, deps: Deps): Promise<void> {
  const { teller, people, slug } = world
  const id = lines.get(correction.line)!
  const wrong = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('budget_realisations')
      .select(['id', 'spent_on', 'evidence'])
      .where('line_id', '=', id)
      .orderBy('amount', 'desc')
      .executeTakeFirstOrThrow(),
  )
  const row = { spentOn: wrong.spent_on, evidence: wrong.evidence, amount: rupiah(correction.millions) }
  const { because } = correction
  await teller.act(people.laras, correctRealisation, { slug, id, realisation: wrong.id, ...row, because })
}

async function sign(world: World, kept: Kept, one: PlannedContract): Promise<void> {
  const { teller, people, slug } = world
  const { number, title, en: titleEn, method, bids, line, day } = one
  const by = people[workerOf(thisYear.find(({ key }) => key === line)!.agency)]
  const terms = { method, bids, value: rupiah(one.millions), signedOn: teller.dateOf(day - 3) }
  const supplier = kept.bodies[one.supplier]
  await teller.act(by, recordContract, { slug, id: kept.lines.get(line)!, number, title, titleEn, supplier, ...terms })
}

async function offer(world: World, { offers }: Kept, one: PlannedOffer): Promise<void> {
  const { teller, people, organisations, slug } = world
  const { by, kind, title, en: titleEn, description, quantity, unit, day } = one
  const what = { kind, title, titleEn, description, quantity, unit, availableFrom: teller.dateOf(day) }
  const { id } = await teller.act(people[workerOf(by)], offerResource, { slug, owner: organisations[by], ...what })
  offers.set(by, id)
}

async function pauseVan({ teller, people, slug }: World, { offers }: Kept): Promise<void> {
  const because = 'Diperbaiki sampai akhir bulan depan.'
  await teller.act(people.hendra, moveResource, { slug, id: offers.get('dinsos')!, to: 'paused', because })
}

async function link(world: World, deps: Deps, question: string, budgetLine: string): Promise<void> {
  const { teller, people, programmeId } = world
  const decision = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('decisions')
      .select('id')
      .where('programme_id', '=', programmeId)
      .where('question_en', '=', question)
      .executeTakeFirstOrThrow(),
  )
  await teller.act(people.rina, linkDecision(decisionLinks), { decision: decision.id, budgetLine })
}
