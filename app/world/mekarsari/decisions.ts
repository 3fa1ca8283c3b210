import { decisionLinks } from '#app/modules.ts'
import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { addOption } from '#modules/decisions/operations/add-option.ts'
import { addStep } from '#modules/decisions/operations/add-step.ts'
import { answerAmendment } from '#modules/decisions/operations/answer-amendment.ts'
import { answerAppeal } from '#modules/decisions/operations/answer-appeal.ts'
import { answerInterest } from '#modules/decisions/operations/answer-interest.ts'
import { answerQuestion } from '#modules/decisions/operations/answer-question.ts'
import { appealDecision } from '#modules/decisions/operations/appeal-decision.ts'
import { askQuestion } from '#modules/decisions/operations/ask-question.ts'
import { castBallot } from '#modules/decisions/operations/cast-ballot.ts'
import { closeVote } from '#modules/decisions/operations/close-vote.ts'
import { linkDecision } from '#modules/decisions/operations/link-decision.ts'
import { nameConcerned } from '#modules/decisions/operations/name-concerned.ts'
import { openVote } from '#modules/decisions/operations/open-vote.ts'
import { proposeAmendment } from '#modules/decisions/operations/propose-amendment.ts'
import { publishDecision } from '#modules/decisions/operations/publish-decision.ts'
import { raiseDecision } from '#modules/decisions/operations/raise-decision.ts'
import { recordDissent } from '#modules/decisions/operations/record-dissent.ts'
import { takePosition } from '#modules/decisions/operations/take-position.ts'
import { withdrawAmendment } from '#modules/decisions/operations/withdraw-amendment.ts'
import { withdrawDecision } from '#modules/decisions/operations/withdraw-decision.ts'
import { organisations as bodies, type OrganisationKey } from './cast.ts'
import { earlyDecisions } from './decision-plan.ts'
import { lateDecisions } from './decision-plan-late.ts'
import type { PlannedDecision } from './planned-decision.ts'
import { headOf, type Step, type World } from './world.ts'

const reader = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const
const voting = (Object.keys(bodies) as OrganisationKey[]).filter(
  (key) => bodies[key].party === 'lead' || bodies[key].party === 'member',
)
/** Heads bound to a supplier that they have declared (interests.ts). */
const boundTo: Partial<Record<OrganisationKey, string>> = {
  kominfo: 'PT Simpul Data Mekarsari',
  yayasan: bodies.yayasan.name,
  universitas: bodies.yayasan.name,
}
/** Days after a matter was raised: the vote opens; it ends; it ends where some never vote and its last day must pass. */
const [opens, ends, endsLate] = [4, 7, 20]

type Told = { id: string; options: string[] }

/** A year of matters decided together: a recusal, dissents, a secret ballot, an appeal and the reversal it led to. */
export function decisionSteps(deps: Deps): Step[] {
  const told = new Map<string, Told>()
  return [...earlyDecisions, ...lateDecisions].flatMap((planned) => lifeOf(planned, told, deps))
}

function lifeOf(planned: PlannedDecision, told: Map<string, Told>, deps: Deps): Step[] {
  const { key, day, until, publish, appeal } = planned
  const at = (days: number, tell: (world: World, own: Told) => Promise<void>): Step => ({
    day: day + days,
    tell: (world) => tell(world, told.get(key)!),
  })
  const raised: Step = {
    day,
    async tell(world) {
      told.set(key, await raise(world, planned, told, deps))
    },
  }
  if (until === 'deliberating') return [raised]
  if (until === 'withdrawn') return [raised, at(6, (world, own) => withdraw(world, planned, own))]
  const vote = at(opens, (world, own) => takeVote(world, planned, own, false))
  if (until) return [raised, vote]
  const failed = (planned.against?.length ?? 0) > 0
  const second = failed ? [at(ends + 1, (world, own) => takeVote(world, planned, own, true))] : []
  const first = planned.absent ? endsLate : ends
  const close = at(first, (world, own) => end(world, own))
  const last = failed ? [at(ends + 4, (world, own) => end(world, own))] : []
  const decided = failed ? ends + 4 : first
  const after = publish ? [at(decided + publish.after, (world, own) => tellAll(world, planned, own))] : []
  const answered = appeal ? [at(decided + appeal.after, (world, own) => contest(world, planned, own, deps))] : []
  return [raised, vote, close, ...second, ...last, ...after, ...answered]
}

async function raise(world: World, planned: PlannedDecision, told: Map<string, Told>, deps: Deps): Promise<Told> {
  const { teller, people, slug, objectives } = world
  const { by, question, en: questionEn, background, reverses } = planned
  const head = people[headOf(by)]
  const texts = { question, questionEn, background, reverses: reverses && told.get(reverses)!.id }
  const { decision } = await teller.act(head, raiseDecision, { programme: slug, ...texts })
  for (const [title, body] of planned.options) await teller.act(head, addOption, { decision, title, body })
  for (const { name: organisation, relation } of planned.concerned ?? [])
    await teller.act(people.rina, nameConcerned, { decision, organisation, relation })
  const link = linkDecision(decisionLinks)
  const objective = planned.objective && objectives.get(planned.objective)
  for (const [title, url] of planned.documents ?? []) await teller.act(people.rina, link, { decision, title, url })
  if (objective) await teller.act(people.rina, link, { decision, objective })
  const own = { id: decision, options: await idsOf(world, deps, 'decision_options', decision) }
  await discuss(world, planned, own, deps)
  return own
}

type Table = 'decision_options' | 'amendments' | 'decision_questions' | 'appeals'

async function idsOf({ teller }: World, deps: Deps, table: Table, decision: string): Promise<string[]> {
  const rows = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx.selectFrom(table).select('id').where('decision_id', '=', decision).orderBy('created_at').orderBy('id').execute(),
  )
  return rows.map((row) => row.id)
}

async function discuss(world: World, planned: PlannedDecision, { id: decision }: Told, deps: Deps): Promise<void> {
  const { teller, people } = world
  for (const [by, stance, reason] of planned.positions ?? [])
    await teller.act(people[headOf(by)], takePosition, { decision, stance, reason })
  for (const [by, clause, body] of planned.amendments ?? []) {
    const before = (await idsOf(world, deps, 'amendments', decision)).at(-1)
    const words = { decision, body, reason: 'Lebih dapat dilaksanakan' }
    await teller.act(
      people[headOf(by)],
      proposeAmendment,
      before ? { ...words, revises: before } : { ...words, clause },
    )
  }
  await answerAmendments(world, planned, decision, deps)
  if (!planned.asked) return
  const [by, body, answer] = planned.asked
  await teller.act(people[headOf(by)], askQuestion, { decision, body })
  const [question] = await idsOf(world, deps, 'decision_questions', decision)
  await teller.act(people[headOf(planned.by)], answerQuestion, { decision, question: question!, body: answer })
}

async function answerAmendments(world: World, planned: PlannedDecision, decision: string, deps: Deps): Promise<void> {
  const { teller, people } = world
  if (!planned.amended) return
  const amendments = await idsOf(world, deps, 'amendments', decision)
  const options = await idsOf(world, deps, 'decision_options', decision)
  for (const { of, option, reason } of planned.amended) {
    const asked = { decision, amendment: amendments[of]!, reason }
    const [party] = planned.amendments![of]!
    if (option === undefined) await teller.act(people[headOf(party)], withdrawAmendment, asked)
    else {
      const words = { ...asked, accepted: 'yes' as const, option: options[option]! }
      await teller.act(people[headOf(planned.by)], answerAmendment, words)
    }
  }
}

async function withdraw({ teller, people }: World, planned: PlannedDecision, { id: decision }: Told): Promise<void> {
  const reason = 'Balai desa sudah menyediakan jadwal tetap untuk kelas pengasuhan.'
  await teller.act(people[headOf(planned.by)], withdrawDecision, { decision, reason })
}

/** The heads answer the question of interest and vote; those who are bound, absent or late do not. */
async function takeVote(world: World, planned: PlannedDecision, own: Told, again: boolean): Promise<void> {
  const { teller, people } = world
  const decision = own.id
  const start = planned.day + (again ? ends + 1 : opens)
  const lastDay = teller.dateOf(start + (planned.until === 'voting' ? 14 : 2))
  const round = { decision, option: own.options[planned.proposal]!, lastDay, secret: again && planned.secret }
  await teller.act(people.rina, openVote, round)
  for (const party of voting) {
    const person = people[headOf(party)]
    if ((planned.concerned ?? []).some((one) => one.name === boundTo[party])) continue
    if (!again) await answer(world, planned, decision, party)
    if (planned.says === party || planned.absent?.includes(party)) continue
    const objection = planned.against?.find(([key]) => key === party)?.[1]
    const said = objection ? 'no' : planned.abstain?.includes(party) ? 'abstain' : 'yes'
    const reason = round.secret ? undefined : objection
    await teller.act(person, castBallot, { decision, answer: said, reason })
  }
}

/** Who is absent has not answered either, except that the head of the health office was asked in time. */
async function answer({ teller, people }: World, planned: PlannedDecision, decision: string, party: OrganisationKey) {
  if (planned.absent?.includes(party) && party !== 'dinkes') return
  const conflicted = planned.says === party ? 'yes' : 'no'
  await teller.act(people[headOf(party)], answerInterest, { decision, conflicted })
}

async function end({ teller, people }: World, { id: decision }: Told): Promise<void> {
  await teller.act(people.rina, closeVote, { decision })
}

async function tellAll(world: World, planned: PlannedDecision, { id: decision }: Told): Promise<void> {
  const { teller, people, organisations } = world
  const { answer: said, reason, review } = planned.publish!
  const reviewOn = review === undefined ? undefined : teller.dateOf(review)
  await teller.act(people.rina, publishDecision, { decision, answer: said, reason, reviewOn })
  if (planned.dissent) {
    const [by, body] = planned.dissent
    await teller.act(people[headOf(by)], recordDissent, { decision, body })
  }
  const add = addStep(decisionLinks)
  const today = Math.round((teller.now().getTime() - Date.parse(`${teller.calendarDate(0)}T02:00:00Z`)) / 86_400_000)
  for (const [title, by, days] of planned.steps ?? [])
    await teller.act(people.rina, add, {
      decision,
      title,
      party: organisations[by],
      dueOn: teller.dateOf(today + days),
    })
}

async function contest(world: World, planned: PlannedDecision, { id: decision }: Told, deps: Deps): Promise<void> {
  const { teller, people } = world
  const { by, grounds, answer: reason } = planned.appeal!
  await teller.act(people[headOf(by)], appealDecision, { decision, grounds })
  if (!reason) return
  const [appeal] = await idsOf(world, deps, 'appeals', decision)
  // not by who closed the vote
  await teller.act(people.bayu, answerAppeal, { decision, appeal: appeal!, upheld: 'yes', reason })
}
