import { readAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { reportCommitment } from '#modules/programmes/operations/report-commitment.ts'
import { add, pdf } from './documents.ts'
import { type Step, type World, workerOf } from './world.ts'

const reader = { kind: 'job', job: 'story', classes: ['public', 'members'] } as const

/** A party shows by a file what it has done of a promise. */
export function reportFileSteps(deps: Deps): Step[] {
  return [{ day: 358, tell: (world) => reportWithFile(world, deps) }]
}

async function reportWithFile(world: World, deps: Deps): Promise<void> {
  const { teller, people, organisations, slug } = world
  const promised = await readAs(deps.jobs, reader, teller.now(), (tx) =>
    tx
      .selectFrom('commitments')
      .select(['id', 'title'])
      .where('owner_id', '=', organisations.dinkes)
      .orderBy('current_due', 'desc')
      .orderBy('title')
      .executeTakeFirstOrThrow(),
  )
  const by = workerOf('dinkes')
  const record = await pdf('Berita acara serah terima', [
    [`Janji: ${promised.title}.`],
    ['Tahap pertama sudah diserahkan dan diterima puskesmas. Berita acara ini contoh; namanya rekaan.'],
  ])
  const title = 'Berita acara serah terima tahap pertama'
  const document = await add(world, deps, by, { record: promised.id, title }, 'berita-acara.pdf', record)
  const report = { slug, commitmentId: promised.id, text: 'Tahap pertama sudah diserahkan', document }
  await teller.act(people[by], reportCommitment, report)
}
