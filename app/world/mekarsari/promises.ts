import { assessCommitment } from '#modules/programmes/operations/assess-commitment.ts'
import { makeCommitment } from '#modules/programmes/operations/make-commitment.ts'
import { moveCommitment } from '#modules/programmes/operations/move-commitment.ts'
import { reportCommitment } from '#modules/programmes/operations/report-commitment.ts'
import { commitments, type PlannedCommitment } from './commitments.ts'
import { headOf, type Step, type World, workerOf } from './world.ts'

/** Promises are made by the heads, reported by their officers and assessed by another party. */
export function promiseSteps(): Step[] {
  return commitments.flatMap(lifeOf)
}

function lifeOf(planned: PlannedCommitment): Step[] {
  const known = { id: '' }
  const steps: Step[] = [
    {
      day: 28,
      async tell(world) {
        known.id = await promise(world, planned)
      },
    },
  ]
  const { moved, assessed } = planned
  if (moved) steps.push({ day: moved[0], tell: (world) => move(world, planned, known.id, moved[1]) })
  if (assessed) steps.push({ day: assessed[0], tell: (world) => assess(world, planned, known.id, assessed[1]) })
  return steps
}

async function promise({ teller, people, organisations, slug }: World, planned: PlannedCommitment): Promise<string> {
  const { what: title, amount, unit, due, by } = planned
  const size = unit === 'rupiah' ? { money: amount } : { amount, unit }
  const input = { slug, organisationId: organisations[by], title, ...size, firstDue: teller.dateOf(due) }
  const result = await teller.act(people[headOf(by)], makeCommitment, input)
  return result.id
}

async function move(
  { teller, people, organisations, slug }: World,
  planned: PlannedCommitment,
  commitmentId: string,
  due: number,
) {
  const input = {
    slug,
    commitmentId,
    to: teller.dateOf(due),
    reason: 'Pengadaan diulang',
    askedBy: organisations[planned.by],
  }
  await teller.act(people[headOf(planned.by)], moveCommitment, input)
}

type Outcome = NonNullable<PlannedCommitment['assessed']>[1]

async function assess(
  { teller, people, slug }: World,
  planned: PlannedCommitment,
  commitmentId: string,
  outcome: Outcome,
) {
  const reported = { slug, commitmentId, text: `Laporan pelaksanaan: ${planned.what}` }
  await teller.act(people[workerOf(planned.by)], reportCommitment, reported)
  const assessor = planned.by === 'bappeda' ? people.bayu : people.rina
  const input = { slug, commitmentId, outcome, reason: reasons[outcome] }
  await teller.act(assessor, assessCommitment, input)
}

const reasons: Record<Outcome, string> = {
  complete: 'Semua yang dijanjikan sudah diserahkan dan diperiksa di lapangan',
  substantial: 'Sebagian besar sudah diserahkan; sisanya menyusul',
  limited: 'Baru sebagian kecil yang terlaksana sampai tenggat',
  'not-started': 'Belum ada pelaksanaan sampai tenggat',
}
