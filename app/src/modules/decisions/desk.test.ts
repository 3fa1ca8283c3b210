import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testSite } from '#kernel/testing/site.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { tasksModule } from '#modules/tasks/module.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { decisionDesk } from './desk.tsx'
import { answerInterest } from './operations/answer-interest.ts'
import { closeVote } from './operations/close-vote.ts'
import { stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority' })
const desk = testSite(set.db, [tasksModule(noLinks, [decisionDesk])], { now: set.now })
const work = async (as: (typeof set.heads)[number]) => wordsOf(await desk.get('/work', { as }))

test('a vote waits on the desk of who may vote until they did, then on the chair’s to be closed and published', async () => {
  const decision = await set.voting()
  assert.match(
    await work(set.third),
    /Keputusan yang menunggu Anda Apakah data dibagikan\? Jawab pertanyaan kepentingan, sampai 1 Desember 2026/,
  )
  await set.done(answerInterest, { decision, conflicted: 'no' }, set.third)
  assert.match(await work(set.third), /Beri suara, sampai 1 Desember 2026/)
  for (const actor of [set.actors.officer, set.actors.coordinator])
    assert.doesNotMatch(await work(actor), /menunggu Anda Apakah/)
  for (const head of set.heads) await set.vote(decision, head, 'yes')
  assert.doesNotMatch(await work(set.third), /Apakah data dibagikan/)
  assert.match(await work(set.actors.coordinator), /Apakah data dibagikan\? Tutup pemungutan suara/)
  await set.done(closeVote, { decision })
  assert.match(await work(set.actors.coordinator), /Apakah data dibagikan\? Umumkan/)
})
