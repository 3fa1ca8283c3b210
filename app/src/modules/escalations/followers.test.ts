import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deliver as deliverTo } from '#kernel/testing/deliver.ts'
import { escalationMails } from './followers.ts'
import { answerEscalation } from './operations/answer-escalation.ts'
import { escalationPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { people, actors } = set
const follower = escalationMails({ baseUrl: 'https://mufakat.example', clock: () => set.site.time.now })
const answer = { kind: 'settled', reason: 'Dinas kami yang menanggung.' }

const deliver = () => deliverTo(set.db, follower, set.site.time.now)

const mails = () =>
  set.db.admin.kysely.selectFrom('mails').select(['person_id', 'subject', 'body']).orderBy('created_at').execute()

test('the heads who are asked get one mail with the way to answer; whoever brought it gets one of the answer', async () => {
  const id = await set.raise({ neededBy: '2026-12-01', class: 'members' })
  await deliver()
  await deliver()
  const asked = await mails()
  assert.deepEqual(
    asked.map((mail) => mail.person_id),
    [people.otherHead.id],
  )
  assert.match(
    asked[0]!.subject,
    /^Dinas Kesehatan Kabupaten Contoh menaikkan perkara kepada Anda: Siapa yang menanggung/,
  )
  assert.match(asked[0]!.body, /paling lambat 1 Desember 2026/)
  assert.ok(asked[0]!.body.includes(`https://mufakat.example${escalationPaths.answer(id)}`))
  await set.done(answerEscalation(set.links), { escalation: id, ...answer }, actors.otherHead)
  await deliver()
  const told = (await mails()).slice(1)
  assert.deepEqual(
    told.map((mail) => mail.person_id),
    [people.officer.id],
  )
  assert.match(told[0]!.subject, /^Dinas Pendidikan Kabupaten Contoh menjawab perkara/)
  assert.doesNotMatch(told[0]!.body, /menanggung/, 'the answer itself is read on the page')
})

test('who asks the own head is not written to about it, and old history is no news', async () => {
  const before = (await mails()).length
  await set.raise({ to: [set.owner.id] }, actors.head)
  await deliver()
  assert.equal((await mails()).length, before)
  await set.raise()
  set.on('2026-12-20')
  await deliver()
  assert.equal((await mails()).length, before)
})
